"""Clocks of Express Entry: the profile, the invitation, the language results, the credential assessment."""

from landed.expr import DAY, DAYS, MONTHS, YEARS, Constant, Today, cite, clause, later, not_, total
from landed.facts import worker
from landed.law.canada.express_entry.persons import language_validity
from landed.law.route import CLOCK, WORKER, programme

law = programme(__package__)

profile_validity = law.number("profile.validity", MONTHS)
invitation_period = law.bands("invitation.period", DAYS, DAY)
assessment_validity = law.number("assessment.validity", YEARS)

_ONE_DAY = Constant(1, DAYS)
_profile_on, _invited_on = worker.express_entry.profile_on, worker.express_entry.invited_on

profile = law.route(
    "profile",
    "Express Entry profile",
    kind=CLOCK,
    party=WORKER,
    summary="A profile stays in the pool for a year; a new one gets a new place among equal scores",
    after="The profile is removed from the pool; a new one may be submitted",
    cites=(cite("MI17", "s. 4(1)(b)"), cite("DRAFTS")),
    runs_out=later(_profile_on, profile_validity),
    requires=clause(
        "A profile was submitted", _profile_on <= Today(), cites=cite("MI17", "s. 4(1)(b)"), key="profile"
    ),
)  # fmt: skip

invitation = law.route(
    "invitation",
    "Time to apply after an invitation",
    kind=CLOCK,
    party=WORKER,
    summary="The complete application must be in by then; declining in time keeps the profile",
    after="The invitation and the profile lapse; a new profile may be submitted",
    cites=(cite("IRPA", "s. 10.1(6)-(7), 10.3(1)(k)"), cite("PU21")),
    runs_out=total(_invited_on, invitation_period[_invited_on]),
    requires=clause(
        "The worker was invited to apply", _invited_on <= Today(), cites=cite("IRPA", "s. 10.3(1)(k)"), key="invited"
    ),
)  # fmt: skip

english_results = law.route(
    "english_results",
    "English language results",
    kind=CLOCK,
    party=WORKER,
    summary="The last day on which the results count, for the profile and for the application",
    after="The results no longer count; a profile that rests on them is no longer eligible",
    cites=(cite("IRPR", "s. 75(2)(d), 79(2)"), cite("MI17", "s. 3(4)")),
    runs_out=later(worker.english.test_date, language_validity) - _ONE_DAY,
    requires=clause(
        "There are results of an English test", not_(worker.english.clb <= 0), cites=cite("LANG"), key="results"
    ),
)  # fmt: skip

french_results = law.route(
    "french_results",
    "French language results",
    kind=CLOCK,
    party=WORKER,
    summary="The last day on which the results count, for the profile and for the application",
    after="The results no longer count; a profile that rests on them is no longer eligible",
    cites=(cite("IRPR", "s. 75(2)(d), 79(2)"), cite("MI17", "s. 3(4)")),
    runs_out=later(worker.french.test_date, language_validity) - _ONE_DAY,
    requires=clause(
        "There are results of a French test", not_(worker.french.clb <= 0), cites=cite("LANG"), key="results"
    ),
)  # fmt: skip

credential_assessment = law.route(
    "credential_assessment",
    "Educational credential assessment",
    kind=CLOCK,
    party=WORKER,
    summary="The last day on which the assessment counts, for the profile and for the application",
    after="The foreign credential no longer counts; a profile that rests on it is no longer eligible",
    cites=(cite("IRPR", "s. 75(2)(e)(ii)"), cite("MI17", "s. 3(4)")),
    runs_out=later(worker.education_assessed_on, assessment_validity) - _ONE_DAY,
    requires=clause(
        "A foreign credential was assessed", worker.education_assessed_on <= Today(),
        cites=cite("IRPR", "s. 75(2)(e)(ii)"), key="assessed",
    ),
)  # fmt: skip
