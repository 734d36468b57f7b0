"""LAW.md tells every dated change; `./run law log` makes what is missing."""

import datetime as dt
from pathlib import Path

from landed.law import Law
from landed.law.changes import law_log

LAW_MD = (Path(__file__).parents[2] / "LAW.md").read_text(encoding="utf-8")
LAST = dt.date(2026, 11, 22)


def test_every_change_of_the_law_stands_in_law_md():
    made = law_log(Law(), dt.date(2017, 1, 1), LAST)
    missing = [line for line in made.splitlines() if line and line not in LAW_MD]
    assert not missing, "run: ./run law log"


def test_the_launch_day_is_told():
    assert "## 2017-06-12" in LAW_MD
    assert "canada.global_talent_stream.category_b.in_force" in LAW_MD
