"""H-1B: skilled work for one U.S. employer, six years and sometimes longer.

INA 101(a)(15)(H)(i)(b), 214(c), (g), (i) and (n); 8 CFR 214.2(h). A first job is counted against the yearly cap, and
goes through a draw; universities and research organizations are outside it, and so is who was already counted. Status
is extended by the employer, up to six years, and beyond them while a green card is waited for. A worker in H-1B status
may start with a new employer on the day its petition is filed.
"""

from landed.expr import (
    BUSINESS_DAYS,
    DAYS,
    PERSONS,
    USD,
    Obtainable,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    undertaking,
)
from landed.expr.leaves import Meets
from landed.facts import employer, job, worker
from landed.law.route import (
    CLOCK,
    EMPLOYER,
    PERMIT,
    SELECTION,
    SERVICE,
    WORKER,
    Grants,
    programme,
    reservation,
)
from landed.law.united_states.h1b.cap_exemption import counts_against_cap, not_counted_before, outside_the_cap
from landed.law.united_states.h1b.fees import (  # noqa: F401 - the procedure names them
    asylum_fee,
    base_fee,
    carries_on_from_training,
    days_to_filing,
    days_to_start,
    entry_payment_due,
    fraud_beyond_fee,
    fraud_fee,
    mostly_h1b_beyond_fee,
    mostly_h1b_extension_fee,
    mostly_h1b_fee,
    petition_filed,
    petition_to_file,
    premium_fee,
    proclamation,
    registration_fee,
    training_beyond_fee,
    training_extension_fee,
    training_fee,
)  # fmt: skip
from landed.law.united_states.h1b.pending import (  # noqa: F401 - as above
    change_filed,
    change_to_file,
    extension_filed,
    extension_to_file,
    extension_waits_to_file,
    works_on_extension,
)
from landed.law.united_states.h1b.six_years import (  # noqa: F401 - as above
    LIMIT,
    ONE_YEAR,
    RECAPTURE,
    SURVIVAL,
    THREE_YEARS,
    beyond,
    beyond_waits,
    days_to_beyond,
    days_to_extension,
    extension_waits,
    files_ahead,
    one_year_basis,
    six_years_end,
    three_year_basis,
)  # fmt: skip

law = programme(__name__)

cap_regular = law.number("cap.regular", PERSONS)
cap_advanced_degree = law.number("cap.advanced_degree", PERSONS)
cap_h1b1_set_aside = law.number("cap.h1b1_set_aside", PERSONS)
selection_method = law.choice("cap.selection_method", "petitions_advanced_first", "petitions_regular_first",
                              "registrations", "persons", "persons_weighted_by_wage_level")  # fmt: skip
selection_entries = law.table("cap.entries", PERSONS)
deference = law.flag("extension.deference")

# What the procedure needs.
in_the_country = worker.in_united_states
abroad = not_(in_the_country)
_in_h1b_status = worker.us_status.class_.is_("H-1B")
goes_on_in_h1b = all_of(in_the_country, _in_h1b_status)
changes_to_h1b = all_of(in_the_country, not_(_in_h1b_status))
"""Work on the filing is for who is in H-1B status; from another status it begins with the approval."""
visa_fee = law.number("fees.visa", USD)
visa_usual = law.number("processing.visa", DAYS)
visa_slowest = law.number("processing.visa_slowest", DAYS)
lca_days = law.number("processing.lca", BUSINESS_DAYS)
petition_usual = law.number("processing.petition", DAYS)
petition_slowest = law.number("processing.petition_slowest", DAYS)
prepare_usual = law.number("processing.prepare", BUSINESS_DAYS)
prepare_slowest = law.number("processing.prepare_slowest", BUSINESS_DAYS)
premium_calendar_days = law.number("premium_processing.days", DAYS)
premium_business_days = law.number("premium_processing.business_days", BUSINESS_DAYS)
premium_in_business_days = law.flag("premium_processing.counts_business_days")
premium_for_cap = law.flag("premium_processing.taken_for_cap")
premium_for_others = law.flag("premium_processing.taken_for_others")

status = worker.us_status
G = cite("INA25", "214(g)(1)(A), (g)(5)(C)")
REGISTRATION = cite("8CFR24", "8 CFR 214.2(h)(8)(iii)(A)")
SPECIALTY = cite("INA25", "214(i)(1)-(2)")
EXTENSION = cite("8CFR24", "8 CFR 214.2(h)(15)(i), (ii)(B)(1)")
PORTABILITY = (cite("INA25", "214(n)"), cite("8CFR24", "8 CFR 214.2(h)(2)(i)(H)"))
GRACE = "united_states.grace_period.sixty_days"
TEN_DAYS = "united_states.grace_period.ten_days"

_employer_files = undertaking("A U.S. employer files the petition, and pays for it", employer.undertakes.us_petition,
                              cites=cite("INA25", "214(c)(1)"), key="employer_files")  # fmt: skip
_new_employer_files = undertaking("Another U.S. employer files a petition for the worker, or has filed it",
                                  any_of(change_filed, job.us_new_employer_files), cites=PORTABILITY,
                                  key="new_employer_files")  # fmt: skip
_job_and_degree = (
    clause("The job is a specialty occupation: it needs at least a bachelor's degree in a specific field",
           job.us_specialty_occupation, cites=SPECIALTY, key="specialty_occupation", party="employer"),
    clause("The worker holds that degree, or its equivalent", worker.us_degree_or_equivalent,
           cites=(SPECIALTY, cite("8CFR24", "8 CFR 214.2(h)(4)(iii)(C)-(D)")), key="degree"),
)  # fmt: skip
_in_h1b = clause("The worker is in H-1B status", status.class_.is_("H-1B"), cites=PORTABILITY, key="in_h1b")
_time_left = clause("Days of the six years are left, or there is a ground to go beyond them",
                    any_of(six_years_end > Today(), beyond), cites=(LIMIT, RECAPTURE), key="time_left")  # fmt: skip

_for_nonimmigrants = reservation(
    "It is for those who are neither citizens nor permanent residents of the United States: these need no petition",
    cite("INA25", "101(a)(15)"),
    unless=any_of(status.class_.is_("citizen", "green_card"), worker.citizenships.overlap("US")),
)
_officer = reservation(
    "USCIS decides whether the job is a specialty occupation and whether the degree fits it", SPECIALTY
)
_earlier_time = reservation(
    "Time spent earlier in L-1 or another H status counts toward the six years, too", LIMIT
)

cap = law.route(
    "cap",
    "H-1B under the cap: registration and draw",
    title_fr="H-1B sous contingent : inscription et tirage",
    kind=SELECTION,
    party=EMPLOYER,
    summary="The employer registers the worker in March. Who is drawn may be petitioned for from April, to start in October",
    cites=(G, REGISTRATION),
    reservations=(
        _for_nonimmigrants,
        reservation("The petition must match the registration: the same person, and later the same job and wage level",
                    REGISTRATION, cite("FRW", "90 FR 60864")),
    ),
    requires=all_of(counts_against_cap, not_counted_before, _employer_files, *_job_and_degree),
)  # fmt: skip

cap_petition = law.route(
    "cap_petition",
    "H-1B under the cap",
    title_fr="H-1B sous contingent",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=EMPLOYER,
    summary="A petition on a selected registration: work from October for the employer that registered",
    cites=(G, REGISTRATION),
    reservations=(_for_nonimmigrants, _officer, _earlier_time),
    requires=all_of(
        counts_against_cap,
        not_counted_before,
        clause("The worker's registration was selected, or can still be made, or the petition on it is filed already",
               any_of(petition_filed, Obtainable(status.h1b_selected, by=("united_states.h1b.cap",))), cites=REGISTRATION,
               key="selected"),
        clause("The days to file on the selection are not over, or the petition is filed already",
               any_of(petition_filed, Today() <= status.h1b_file_until), cites=REGISTRATION, key="filing_days",
               when=all_of(status.h1b_selected, not_(status.h1b_draw_ahead_stated))),
        undertaking("A U.S. employer files the petition, and pays for it, or has filed it",
                    any_of(petition_filed, employer.undertakes.us_petition), cites=cite("INA25", "214(c)(1)"),
                    key="employer_files"),
        *_job_and_degree,
    ),
)  # fmt: skip

cap_exempt = law.route(
    "cap_exempt",
    "H-1B outside the cap",
    title_fr="H-1B hors contingent",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=EMPLOYER,
    summary="A petition on any day of the year: by an exempt employer, or for a worker already counted",
    cites=cite("INA25", "214(g)(5)-(7)"),
    reservations=(
        _for_nonimmigrants, _officer, _earlier_time,
        reservation("Who leaves an exempt employer for another is counted against the cap then", cite("INA25", "214(g)(6)")),
        reservation("Who is eligible for a full new six years, after a year abroad, may be counted again", cite("INA25", "214(g)(7)")),
    ),
    requires=all_of(outside_the_cap, _employer_files, *_job_and_degree, _time_left),
)  # fmt: skip

extension = law.route(
    "extension",
    "H-1B extension with the same employer",
    title_fr="Prolongation H-1B chez le même employeur",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=EMPLOYER,
    summary="Up to three years more, within the six",
    cites=(EXTENSION, LIMIT),
    reservations=(_officer, _earlier_time),
    requires=all_of(
        clause("The worker is in H-1B status", status.class_.is_("H-1B"), cites=EXTENSION, key="in_h1b"),
        clause("The worker is in the United States when the petition is filed", worker.in_united_states, cites=EXTENSION,
               key="present"),
        clause("The job goes on: it has not ended, and is not to end before the present approval does",
               all_of(not_(status.laid_off), status.last_day_worked >= status.authorized_until), cites=EXTENSION,
               key="job_goes_on"),
        undertaking("A U.S. employer files the petition, and pays for it, or has filed it",
                    any_of(extension_filed, employer.undertakes.us_petition), cites=cite("INA25", "214(c)(1)"),
                    key="employer_files"),
        clause("The authorized stay is not over on the day of filing",
               any_of(Today() <= status.authorized_until, extension_filed),
               cites=cite("8CFR24", "8 CFR 214.1(c)(4), 214.2(h)(15)(i)"), key="in_time"),
        clause("Days of the six years are left after the present approval", six_years_end > status.authorized_until,
               cites=(LIMIT, RECAPTURE), key="time_left"),
    ),
)  # fmt: skip

_pending = status.pending_petition
_bridged = all_of(
    status.pending_petition_stated,
    _pending.kind.is_("extension", "change_of_employer", "amendment"),
    _pending.filed <= status.authorized_until,
    _pending.filed <= Today(),
)
"""A petition filed within the authorized stay is pending, and the case tells of it: another one may be built on it."""
_still_in_status = any_of(
    all_of(not_(status.laid_off), any_of(Today() <= status.authorized_until, _bridged)),
    Meets(GRACE),
    Meets(TEN_DAYS),
)

beyond_six_years = law.route(
    "beyond_six_years",
    "H-1B beyond six years, on the way to a green card",
    title_fr="H-1B au-delà de six ans, dans l'attente de la résidence permanente",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=EMPLOYER,
    summary="A year at a time when a labor certification or I-140 was filed 365 days before; three years at a time with an "
    "approved I-140 and no number available yet. The petitioner need not be the employer of the green card case.",
    cites=(*ONE_YEAR, *THREE_YEARS),
    reservations=(
        _for_nonimmigrants, _officer,
        reservation("It is for the principal only: dependents follow, and cannot build on their own earlier H-1B time",
                    *ONE_YEAR),
        reservation("It can be filed no more than six months before the day it is to start", *ONE_YEAR),
        reservation("Moving abroad does not close it: with an approved I-140 it can be asked for from there, by any employer, "
                    "without a new cap number", *THREE_YEARS, RECAPTURE),
    ),
    requires=all_of(
        clause("The worker is, or has been, in H-1B status",
               any_of(status.class_.is_("H-1B"), status.first_h1b_admission <= Today()), cites=THREE_YEARS,
               key="has_held_h1b"),
        undertaking("A U.S. employer, the present one or another, files the petition",
                    any_of(employer.undertakes.us_petition, job.us_new_employer_files), cites=ONE_YEAR, key="employer_files"),
        clause("The worker is still in status (or a petition filed in time is pending), in the grace after the job, or abroad",
               any_of(not_(worker.in_united_states), _still_in_status), cites=(*THREE_YEARS, EXTENSION), key="in_status"),
        any_of(
            clause("By the day the extension starts, 365 days have passed since a labor certification or an I-140 was filed; "
                   "the case was not finally denied, and no year was let go by once a number was available",
                   one_year_basis, cites=ONE_YEAR, key="one_year_steps"),
            clause("An I-140 is approved and stands, and no number is available yet", three_year_basis,
                   cites=(*THREE_YEARS, SURVIVAL), key="three_year_steps"),
        ),
    ),
)  # fmt: skip

portability = law.route(
    "portability",
    "H-1B change of employer",
    title_fr="Changement d'employeur H-1B",
    kind=PERMIT,
    leaves_job=True,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=EMPLOYER,
    summary="Work for the new employer may start when its petition is filed, or on the day it asks for if that is later",
    cites=PORTABILITY,
    reservations=(_officer, _earlier_time,
                  reservation("The right to work ends if the petition is denied; leaving the country while it is pending puts "
                              "it at risk", *PORTABILITY),
                  reservation("A petition built on another that is still pending falls with it, if that one is denied after the last "
                              "approval has ended", *PORTABILITY)),
    requires=all_of(
        _in_h1b,
        clause("The worker is in the United States", worker.in_united_states, cites=PORTABILITY, key="present"),
        _new_employer_files,
        *_job_and_degree,
        clause("The petition is filed before the authorized stay ends: while employed, within the grace after the job or the ten "
               "days after the validity period, or while a petition filed in time is still pending",
               any_of(_still_in_status, change_filed), cites=(*PORTABILITY, cite("8CFR24", "8 CFR 214.1(l)(3)")), key="in_time"),
        clause("There was no unauthorized work since the last admission", not_(status.unauthorized_work), cites=PORTABILITY,
               key="no_unauthorized_work"),
        clause("The worker was counted against the cap, or the new employer is exempt", outside_the_cap.says,
               cites=cite("INA25", "214(g)(6)-(7)"), key="cap"),
        _time_left,
    ),
)  # fmt: skip

six_year_limit = law.route(
    "six_year_limit",
    "The six years of H-1B",
    title_fr="Les six années de statut H-1B",
    kind=CLOCK,
    party=WORKER,
    summary="The last day of six years in H-1B; every full day abroad is given back if the employer asks and proves it",
    cites=(LIMIT, RECAPTURE),
    grants=Grants.WORK_FOR_EMPLOYER,
    runs_out=six_years_end,
    ceiling=True,
    after="H-1B goes on only on the ground of a green card case (beyond six years), or anew after a year abroad, under the "
    "cap again.",
    reservations=(_earlier_time,),
    requires=all_of(
        clause("The worker is in H-1B status", status.class_.is_("H-1B"), cites=LIMIT, key="in_h1b"),
        clause("The six years are not over", Today() <= six_years_end, cites=(LIMIT, RECAPTURE), key="not_over"),
    ),
)  # fmt: skip

PREMIUM = cite("8CFR24", "8 CFR 106.4(c), (e)")

premium_processing = law.route(
    "premium_processing",
    "Premium processing of an H-1B petition",
    title_fr="Traitement accéléré de la pétition H-1B",
    kind=SERVICE,
    party=EMPLOYER,
    summary="USCIS decides, or asks for evidence, within a fixed number of days, for a fee",
    cites=PREMIUM,
    reservations=(reservation("A request for evidence stops the clock; it starts anew with the answer", PREMIUM),),
    requires=all_of(
        clause("USCIS takes such requests for this kind of petition",
               all_of(any_of(not_(status.h1b_selected), premium_for_cap), any_of(status.h1b_selected, premium_for_others)), cites=PREMIUM, key="taken"),
        undertaking("The employer asks for it, and pays for it", employer.undertakes.us_premium, cites=PREMIUM,
                    key="employer_asks"),
    ),
)  # fmt: skip
by_premium = Meets("united_states.h1b.premium_processing")
_asks_premium = any_of(by_premium, employer.undertakes.us_premium)
cap_by_premium = all_of(premium_for_cap, _asks_premium)
others_by_premium = all_of(premium_for_others, _asks_premium)
"""Which kind of petition it is the procedure knows: nobody is offered what is suspended for it."""
cap_by_business_days = all_of(premium_in_business_days, cap_by_premium)
others_by_business_days = all_of(premium_in_business_days, others_by_premium)
