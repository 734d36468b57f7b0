"""A petition that is filed and not decided: it is the way then, and what has been filed is not asked for again.

INA 214(n); 8 CFR 214.2(h)(2)(i)(H), 274a.12(b)(20). Filed in time is filed before the authorized period ended, or, after
a job that ended, within the grace.
"""

from landed.expr import Today, all_of, any_of, not_
from landed.expr.leaves import Meets
from landed.facts import worker
from landed.law.united_states.grace_period.rules import sixty_days_end
from landed.law.united_states.h1b.six_years import extension_waits

_status = worker.us_status
_pending = _status.pending_petition
_told = _status.pending_petition_stated

extension_filed = all_of(
    _told,
    _pending.kind.is_("extension"),
    _pending.filed <= _status.authorized_until,
    _pending.filed <= Today(),
)
extension_to_file = not_(extension_filed)
extension_waits_to_file = all_of(extension_to_file, extension_waits)
works_on_extension = all_of(
    extension_filed,
    any_of(Today() <= _status.authorized_until, Meets("united_states.status_papers.pending_extension")),
)
"""The approval still runs, or the 240 days on the pending extension do."""

change_filed = all_of(
    _told,
    _pending.kind.is_("change_of_employer"),
    _pending.filed <= sixty_days_end,
    _pending.filed <= Today(),
)
change_to_file = not_(change_filed)
