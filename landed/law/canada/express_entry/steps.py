"""What the procedure of Express Entry needs: times, when a step is taken, and the fees of all residence applications."""

from landed.expr import CAD, DAYS, MONTHS, Today, all_of, any_of, given, later, not_, total
from landed.facts import worker
from landed.law.canada.express_entry.clocks import invitation_period, profile_validity
from landed.law.canada.express_entry.persons import with_spouse
from landed.law.canada.permanent_residence.rules import (
    biometrics_fee,
    children_fee,
    partner_fee,
    principal_fee,
    right_fee,
)
from landed.law.route import programme

law = programme(__package__)

__all__ = ["biometrics_fee", "children_fee", "partner_fee", "principal_fee", "right_fee"]
"""The fees of all applications for permanent residence, which the procedure of Express Entry names too."""

_medical_each = law.number("fee.medical", CAD)
_MOST_EXAMINED = 10
medical_fee = total(
    *(given(worker.family_size >= nth, _medical_each, 0) for nth in range(1, _MOST_EXAMINED + 1))
)
"""Of every member of the family, those who stay behind included; ten at most are counted."""
medical_first = law.flag("medical.before_applying")
medical_later = not_(medical_first)

biometrics_period = law.number("biometrics.period", DAYS)
invitation_wait = law.number("invitation.wait", DAYS)
preparation = law.number("preparation", DAYS)
test_wait = law.number("language_test.wait", DAYS)
assessment_wait = law.number("assessment.wait", DAYS)
processing_standard = law.number("processing.standard", MONTHS)
processing_fsw = law.number("processing.federal_skilled_worker", MONTHS)
processing_cec = law.number("processing.canadian_experience_class", MONTHS)
processing_fst = law.number("processing.federal_skilled_trades", MONTHS)

_profile_on, _invited_on = worker.express_entry.profile_on, worker.express_entry.invited_on
_in_pool = all_of(
    worker.express_entry.profile_stated,
    _profile_on <= Today(),
    Today() <= later(_profile_on, profile_validity),
)
_invited = all_of(
    worker.express_entry.invitation_stated,
    _invited_on <= Today(),
    Today() <= total(_invited_on, invitation_period[_invited_on]),
)
needs_invitation = not_(_invited)
"""No invitation is stated whose time to apply still runs."""
needs_profile = not_(any_of(_in_pool, _invited))
"""Nor a profile that still stands."""

spouse_comes = with_spouse
has_children = worker.children_coming >= 1
needs_assessment = not_(worker.education_assessed)
needs_test = all_of(worker.english.clb <= 0, worker.french.clb <= 0)
