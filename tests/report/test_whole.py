"""Files are written whole or not at all."""

import os
import stat

import pytest

from landed.errors import UsageError
from landed.report.whole import write_whole


def test_a_file_and_its_folder_are_made(tmp_path):
    path = tmp_path / "new" / "plan.html"
    write_whole(path, "é\n")
    assert path.read_bytes() == b"\xc3\xa9\n"
    assert [each.name for each in path.parent.iterdir()] == ["plan.html"]


def test_an_old_file_is_replaced(tmp_path):
    path = tmp_path / "plan.html"
    path.write_text("old")
    write_whole(path, "new")
    assert path.read_text() == "new"


def test_others_may_read_it_as_the_user_allows(tmp_path):
    path = tmp_path / "plan.html"
    old = os.umask(0o022)
    try:
        write_whole(path, "")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "plan.html"
    path.write_text("old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"plan\.html cannot be written \(no space left on device\)"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.html"]


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(UsageError, match="name another folder with --out"):
        write_whole(tmp_path / "taken" / "plan.html", "")


def test_a_place_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "plan.html").mkdir()
    with pytest.raises(UsageError):
        write_whole(tmp_path / "plan.html", "")
    assert [each.name for each in tmp_path.iterdir()] == ["plan.html"]
