"""What the law says: one folder a programme, its rule, dated numbers, procedure and examples side by side.

A programme's folder is its id: `landed/law/canada/global_talent_stream` is `canada.global_talent_stream`. In it:

- `rules.py` reads as the law: clauses in order, each with its citation, over facts and declared parameters;
- `parameters.yaml` holds every date and every figure, each with its source and the day it was published;
- `procedure.yaml` holds the steps: who does what, after what, how long, at what fee, with which papers;
- `examples.yaml` holds worked cases, which are its tests and its documentation.

`Law` is all of it as known on a day and under a reform; `Law.at(day)` is the law of one day. Nothing here computes
an answer: that is `landed.assess`. No date and no figure stands in Python.

>>> import datetime as dt
>>> law = Law()
>>> route = law.route("canada.global_talent_stream.category_b")
>>> [law.at(dt.date(2017, 6, day)).in_force(route).value for day in (11, 12)]
[False, True]
"""

from landed.law.library import Epoch, Law, Source, load_programme, programme_ids
from landed.law.overlay import Overlay
from landed.law.route import Grants, Kind, Route

__all__ = ["Epoch", "Grants", "Kind", "Law", "Overlay", "Route", "Source", "load_programme", "programme_ids"]
