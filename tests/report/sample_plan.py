"""Plans made by hand, in which everything that a plan can hold occurs once: what reports are tested on."""

import datetime as dt
from dataclasses import replace

from landed.plan.model import (
    Binding,
    Citation,
    ClosedWay,
    Contingency,
    ContingencyPart,
    Deadline,
    DurationText,
    FamilyAnswer,
    FamilyNote,
    Fee,
    Filing,
    LatestSafeStart,
    LawInfo,
    NotEncodedHere,
    Option,
    OptionPoints,
    Part,
    Plan,
    RecentRounds,
    ReservationNote,
    Standing,
    StepOnCalendar,
    Task,
    Total,
    TwoDays,
    WatchItem,
    WouldOpen,
)  # fmt: skip

ON = dt.date(2026, 11, 22)
NO_DAYS = TwoDays(None, None)
CANADA = "Canada: federal public holidays and weekends are left out"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def two(standard: str, slowest: str = "") -> TwoDays:
    return TwoDays(day(standard), day(slowest or standard))


IRPR = Citation(
    "Immigration and Refugee Protection Regulations, SOR/2002-227",
    "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/", "s. 203(3)(d)", "official", "2026-11-22", "2026-06-14",
)  # fmt: skip
R200 = replace(IRPR, pinpoint="s. 200(1)(c)(iii)")
E1 = Citation(
    "ESDC, Program requirements for the Global Talent Stream",
    "https://www.canada.ca/en/employment-social-development/services/foreign-workers/global-talent/requirements.html",
    "Global Talent Occupations List", "official", "2026-11-22", "2025-11-20",
)  # fmt: skip
PT = Citation(
    "IRCC, published processing times (weekly history)",
    "https://www.canada.ca/content/dam/ircc/documents/json/data-ptime-en.json", "", "secondary", "2026-11-22", "2026-06-24",
)  # fmt: skip
CFR = Citation(
    "8 CFR 214.1", "https://www.ecfr.gov/current/title-8/section-214.1", "(l)(2)", "official", "2026-10-07"
)
PROPOSAL = Citation(
    "91 FR 57807, proposal to remove the 60-day grace period", "https://www.federalregister.gov/d/2026-18631", "",
    "secondary", "2026-10-07",
)  # fmt: skip
HEARSAY = Citation("A practitioner's note, not confirmed", "", "p. 2", "unverified", "2026-11-01")
CESEDA = Citation(
    "Code de l'entrée et du séjour des étrangers et du droit d'asile",
    "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006070158/", "art. L421-9", "official", "2026-11-20",
)  # fmt: skip

STANDARD = DurationText(
    "10 business days", "41 business days", slowest_is_standard=False, calendar="CA", calendar_name=CANADA,
    seen="official", planning=False, sources=(E1,),
)  # fmt: skip
PREPARE = DurationText(
    "5 business days", "10 business days", slowest_is_standard=False, calendar="CA-BC",
    calendar_name="British Columbia: provincial public holidays and weekends are left out",
    seen="unverified", planning=True, note="Nobody publishes how long employers take; put your own figure with --set.",
)  # fmt: skip
TWO_WEEKS = DurationText(
    "2 weeks", "11 weeks", slowest_is_standard=False, calendar="", calendar_name="", seen="secondary", planning=False,
    sources=(PT,),
)  # fmt: skip
SAME_DAY = DurationText(
    "the same day", "the same day", slowest_is_standard=True, calendar="", calendar_name="", seen="official", planning=False,
)  # fmt: skip

LMIA_FEE = Fee(
    "LMIA application, for each position", "CAD", 100_000, 100_000, "employer", recoverable=False, seen="official",
    sources=(replace(IRPR, pinpoint="s. 315.2"),),
)  # fmt: skip
PERMIT_FEE = Fee(
    "Work permit", "CAD", 15_500, 15_500, "worker", recoverable=None, seen="official", sources=(replace(IRPR, pinpoint="s. 299"),),
)  # fmt: skip
LAWYER = Fee(
    "Counsel, for both applications", "CAD", 250_000, 600_000, "employer", recoverable=None, seen="unverified", sources=(),
    planning=True,
)  # fmt: skip
UNKNOWN_FEE = Fee(
    "Medical examination, where one is asked",
    "CAD",
    None,
    None,
    "worker",
    recoverable=None,
    seen="unverified",
    sources=(),
)

GTS = "canada.global_talent_stream.category_b"
PERMIT = "canada.work_permit.ordinary"
PREPARED, FILED, DECIDED, APPLIED, ARRIVED = (
    f"{GTS}/prepare", f"{GTS}/file_lmia", f"{GTS}/decision", f"{PERMIT}/apply", f"{PERMIT}/enter",
)  # fmt: skip


def step(
    id_: str, title: str, actor: str, days: tuple[TwoDays, TwoDays], duration: DurationText, **more
) -> StepOnCalendar:
    values = {
        "signs": None, "filed_with": "", "place": "", "documents": (), "gives": (), "fees": (), "after": (), "unlocks": (),
        "no_regret": False, "only_if": "", "cites": (), "note": "",
    } | more  # fmt: skip
    title_of = {GTS: "Global Talent Stream, Category B", PERMIT: "Employer-specific work permit"}
    route = id_.partition("/")[0]
    return StepOnCalendar(
        id=id_, route=route, route_title=title_of.get(route, route), title=title, actor=actor, starts=days[0], ends=days[1],
        duration=duration, **values,
    )  # fmt: skip


STEPS = (
    step(PREPARED, "Agree the Labour Market Benefits Plan and gather the papers of the application", "employer",
         (two("2026-11-23"), two("2026-11-27", "2026-12-04")), PREPARE, no_regret=True,
         documents=("Proof of business legitimacy", "Labour Market Benefits Plan, with one mandatory and two other benefits",
                    "Job offer with wage, hours, duties and place of work"), fees=(LAWYER,), cites=(E1,)),
    step(FILED, "File the LMIA application", "employer",
         (two("2026-11-30", "2026-12-07"), two("2026-11-30", "2026-12-07")), SAME_DAY, signs="employer",
         filed_with="ESDC, LMIA Online", place="online", fees=(LMIA_FEE,), after=(PREPARED,), cites=(E1,)),
    step(DECIDED, "ESDC decides", "government", (two("2026-12-01", "2026-12-08"), two("2026-12-14", "2027-02-05")), STANDARD,
         gives=("A positive LMIA, valid for six months",), after=(FILED,), cites=(replace(E1, pinpoint="Processing"), IRPR)),
    step(APPLIED, "Apply for the work permit, with biometrics", "worker",
         (two("2026-12-15", "2027-02-08"), two("2026-12-29", "2027-04-26")), TWO_WEEKS, signs="worker",
         filed_with="IRCC, online from outside Canada", place="outside Canada", after=(DECIDED,),
         documents=("The LMIA and its annex", "Passport valid beyond the permit", "Degree and reference letters"),
         gives=("A letter of introduction",), fees=(PERMIT_FEE, UNKNOWN_FEE), unlocks=("travel",), cites=(R200, PT),
         note="Two weeks is a standard for most files, not a promise."),
    step(f"{PERMIT}/medical", "Take the medical examination", "worker",
         (two("2026-12-15", "2027-02-08"), NO_DAYS), replace(SAME_DAY, standard="not known", slowest="not known"),
         only_if="you lived for six months of the last year in a country on IRCC's list", after=(DECIDED,)),
    step(ARRIVED, "Enter Canada and receive the permit at the port of entry", "worker",
         (two("2026-12-30", "2027-04-27"), two("2026-12-30", "2027-04-27")), SAME_DAY, place="port of entry",
         gives=("A work permit for the named employer",), unlocks=("work",), after=(APPLIED,)),
)  # fmt: skip

VIA_GTS = Part(GTS, "Global Talent Stream, Category B", "approval", "open", "secondary", (E1,))
TWO_WEEK = Part(
    "canada.global_skills_strategy.two_week_processing", "Two-week processing", "service", "undetermined", "secondary", (PT,),
)  # fmt: skip

GRACE = Deadline(
    "united_states.grace_period.sixty_days", "60-day grace period after the job ends", "US", day("2027-01-19"), None, None,
    "Up to 60 days in a row from the day after the last day worked, or to the end of the petition if that is sooner",
    "No lawful stay in this status; time here may count as unlawful presence.", (CFR,), "official",
    discretionary=True, days_left=58, ends="stay",
)  # fmt: skip
DEADLINES = (
    Deadline("united_states.h1b.last_day_worked", "Work for the petitioning employer", "US", day("2026-11-20"), None, None,
             "The last day worked", "No work in the United States without a new petition.", (CFR,), "official",
             discretionary=False, days_left=-2, ends="work"),
    GRACE,
    Deadline("united_states.h1b.petition", "H-1B petition", "US", day("2027-08-31"), None, None, "The petition's own end date",
             "No work for this employer.", (CFR,), "official", discretionary=False, days_left=282, ends="work"),
    Deadline("united_states.i94", "I-94 admission", "US", day("2027-08-31"), None, None, "The date on the I-94 record",
             "The authorized stay ends.", (CFR,), "official", discretionary=False, days_left=282, ends="stay"),
    Deadline("united_states.h1b.six_years", "Six years in H-1B", "US", None, day("2027-09-30"), day("2027-11-09"),
             "Six years of presence in H-1B, days abroad given back", "No more H-1B without a pending green card.", (CFR,),
             "secondary", discretionary=False, days_left=312, ends="work",
             uncertain_because=("Days spent abroad in H-1B, with proof (worker.us_status.days_abroad_in_h1b)",),
             stale_since=day("2026-10-08")),
    Deadline("united_states.visa_stamp", "H-1B visa stamp in the passport", "US", day("2025-08-31"), None, None,
             "The date on the stamp", "You may stay; to come back after a trip you need a new stamp.", (), "official",
             discretionary=False, days_left=-448, ends="other"),
    Deadline("worker.passport", "Passport", "IN", day("2031-05-01"), None, None, "The date in the passport",
             "No permit is given beyond it.", (), "official", discretionary=False, days_left=1621, ends="other"),
)  # fmt: skip

TOTALS = (
    Total("employer", "CAD", 350_000, 700_000),
    Total("worker", "CAD", 15_500, None, ("Medical examination, where one is asked",)),
)

IF_THE_JOB_ENDS = Contingency(
    "this job ends", "worker", "This way allows work for the named employer alone",
    (ContingencyPart("canada.maintained_status.restoration", "Restoring a status that was lost", "CA",
                     "Within 90 days one may apply to restore it; no work meanwhile", ("The worker is in Canada",), (IRPR,),
                     "official"),),
)  # fmt: skip
NOMINEES = RecentRounds("Round for provincial nominees", None, 21, 697, 744.0, 805, day("2026-09-14"))
POINTS = OptionPoints(
    "crs", "Comprehensive Ranking System", 1200, Standing(400, 465, ()), Standing(1000, 1065, (NOMINEES,)),
    ("A province's nomination",), day("2026-09-25"), complete=False, not_encoded=("New points for a high wage",),
    missing=("spouse.education",), statement="To be eligible is not to be invited", confidence="unverified",
    stale_since=None, cites=(IRPR,),
)  # fmt: skip

BEST = Option(
    route=PERMIT, title="Employer-specific work permit", title_fr="Permis de travail lié à un employeur donné", country="CA",
    grants="work for the named employer", via=(VIA_GTS, TWO_WEEK), outcome="open", would_open=(), confidence="secondary",
    stale_since=day("2025-11-21"), steps=STEPS, start=day("2026-11-23"), finish=two("2026-12-30", "2027-04-27"),
    first_work=two("2026-12-30", "2027-04-27"),
    latest_safe_start=LatestSafeStart(
        TwoDays(day("2026-12-11"), None), GRACE.id, GRACE.day,
        "At the slowest published times no start day from today ends before January 19, 2027.",
    ),
    totals=TOTALS, cites=(R200,), reservations=("ESDC weighs the effect on the labour market as a whole",),
    warnings=("The occupations list was last seen on November 20, 2025.",), recommended=True,
    why="It is the earliest way that is open, and it keeps the job with the same employer.", contingency=IF_THE_JOB_ENDS,
)  # fmt: skip
UNDETERMINED = replace(
    BEST, route="canada.intra_company_transfer.specialized_knowledge", title="Intra-company transfer: specialized knowledge",
    title_fr="Mutation à l'intérieur d'une société : connaissances spécialisées", via=(), outcome="undetermined",
    would_open=(
        WouldOpen("employer", "The Canadian office has physical premises of its own",
                  "canada.intra_company_transfer.specialized_knowledge/premises", ("employer.canadian_entity.premises",),
                  ("What premises does the Canadian company have?",)),
        WouldOpen("government", "Advanced, proprietary knowledge of the company's product: for the officer to judge",
                  "canada.intra_company_transfer.specialized_knowledge/advanced_knowledge", (), ()),
    ),
    confidence="official", stale_since=None, recommended=False, why="It needs no LMIA, but an officer must be convinced.",
    steps=STEPS[3:], totals=(TOTALS[1],), warnings=(),
    latest_safe_start=LatestSafeStart(two("2027-01-05", "2026-12-01"), GRACE.id, GRACE.day),
)  # fmt: skip
WEAK = replace(
    BEST, route="canada.example.pilot",
    title="A pilot programme with a rather long official name that has to wrap on a telephone, in the Province of "
          "Newfoundland and Labrador",
    title_fr="", via=(), confidence="unverified", stale_since=None, steps=(), finish=NO_DAYS, first_work=NO_DAYS,
    latest_safe_start=LatestSafeStart(NO_DAYS, "", None, "No deadline is known."), totals=(), cites=(HEARSAY,),
    reservations=(), warnings=(), recommended=False, why="", reason="No procedure is encoded here.",
)  # fmt: skip
FRENCH = replace(
    UNDETERMINED, route="france.talent.qualified_employee", title="Talent residence permit, qualified employee",
    title_fr="Carte de séjour pluriannuelle « talent - salarié qualifié »", country="FR", grants="permanent residence",
    contingency=None, points=(POINTS,), needs_invitation=True, cites=(CESEDA,), would_open=(WouldOpen("worker", "A French employer offers a contract", "france.talent/offer",
                                            ("job.country",), ("Where is the job?",)),), why="",
)  # fmt: skip

TASKS = (
    Task("employer", "Agree the Labour Market Benefits Plan and gather the papers of the application",
         "Every later day moves with this one.", day("2026-11-27"), ("Employer-specific work permit",), PREPARED, urgent=True),
    Task("worker", "Ask your university for the sealed transcript", "Two options need it.", day("2026-11-27")),
    Task("worker", "Do not work for anyone in the United States until a new petition is filed",
         "Unauthorized work closes almost every way.", None, urgent=True),
    Task("counsel", "Check the date on the I-94 against the petition", "They can differ, and the earlier one counts.",
         day("2026-11-24")),
)  # fmt: skip

LAW = LawInfo("0.1.0", "2026-10-07", day("2026-11-01"), "--set united_states.h1b.cap.regular=40000")
NOT_YET = NotEncodedHere("canada.atlantic", "Atlantic Immigration Program", "CA", "not yet")
SPOUSE_PERMIT = NotEncodedHere(
    "canada.spouse_open_permit", "Open work permit for spouses", "CA", "in part", "Skilled workers only."
)

SPOUSES = FamilyAnswer(
    "spouse or partner", (BEST.id,), "canada.spouse_open_permit.of_worker", "Open work permit of a worker's spouse", "CA",
    "open", "", (), (), day("2026-12-30"), None, "the spouse or partner",
    (Filing("Apply for the work permit online", "IRCC", (PERMIT_FEE,)),), (Total("worker", "CAD", 15_500, 15_500),), (IRPR,),
    "official", None,
)  # fmt: skip
STUDENTS = replace(
    SPOUSES, route="canada.spouse_open_permit.of_agreement", title="Open work permit under an agreement", outcome="closed",
    because="The permit is one under the agreement", clauses=("canada.spouse_open_permit.of_agreement/agreement",),
    filed_by="", filings=(), totals=(),
)  # fmt: skip
AGE = replace(
    SPOUSES, person="child born on 2020-04-01", ways=(), route="canada.family.dependent_child", title="A dependant",
    because="For Canada a child is a dependant while under 22", until=day("2042-03-31"), filed_by="", filings=(), totals=(),
)  # fmt: skip

FULL = Plan(
    case="Anjali Ramaswamy-Krishnamurthy", on=ON, law=LAW, what_if=("worker.us_status.last_day_worked=2026-11-20",),
    headline="You may stay in the United States until January 19, 2027, and not work. Canada is open: start by December 11.",
    summary=(
        "If every standard is met you can lawfully work in Vancouver from December 30, 2026, before the grace period ends.",
        "At the slowest published times it is April 27, 2027: then you must leave the United States and wait elsewhere.",
        "Your employer must begin this week; nothing works without its application.",
    ),
    binding=Binding(GRACE, day("2027-01-19"), "It is the first day on which the right to stay may end."),
    options=(BEST, UNDETERMINED, WEAK, FRENCH),
    closed=(
        ClosedWay("canada.cusma.professional", "CUSMA professional", "CA", "not met: The worker is a citizen of the United States or Mexico",
                  ("The worker is a citizen of the United States or Mexico",), "Nothing that you can do.", None,
                  employer_only=False, cites=(IRPR,)),
        ClosedWay("canada.express_entry.canadian_experience_class", "Canadian Experience Class", "CA", "its intake is closed",
                  (), "The next round.", day("2027-01-15"), employer_only=False),
        ClosedWay("united_states.h1b.extension", "H-1B extension with the same employer", "US",
                  "not met: The employer is willing to file", (), "The employer agrees to file.", None, employer_only=True),
    ),
    deadlines=DEADLINES,
    this_week=TASKS,
    no_regret=(Task("worker", "Book a language test", "Six ways ask for one, and it is valid for two years.", None,
                    ("Express Entry", "British Columbia, Skilled Worker")),),
    watch=(WatchItem("united_states.grace_period.removal", "Removal of the 60-day grace period", "US", None,
                     "Proposed on September 11, 2026; not final. It would end the grace period.", (PROPOSAL,)),
           WatchItem("canada.accelerated", "Accelerated pathway for H-1B holders", "CA", day("2027-04-01"),
                     "Announced in the budget of November 4, 2025.", (HEARSAY,))),
    family=(FamilyNote("spouse", "The spouse may work on an open permit only if the job is in TEER 0 or 1.", (SPOUSE_PERMIT,),
                       (SPOUSES, STUDENTS)),
            FamilyNote("children", "May go to school without a study permit.", (), (AGE,))),
    employer_duties=(step("united_states.h1b.end/transport", "Offer the reasonable cost of the journey home", "employer",
                          (two("2026-11-20"), NO_DAYS), SAME_DAY, cites=(CFR,)),),
    not_encoded_here=(NOT_YET, SPOUSE_PERMIT, NotEncodedHere("united_states.o1", "O-1 extraordinary ability", "US", "not yet")),
    reservations=(ReservationNote("CA", "Admissibility: health, security, criminality, misrepresentation", (IRPR,)),
                  ReservationNote("US", "Every grant is in the officer's discretion", (CFR,))),
    warnings=("This stands on a reform, not on the law.", "The occupations list of the Global Talent Stream was last seen a year ago."),
    notes=("What is stated for 2026-11-20 is taken to hold on 2026-11-22.",),
)  # fmt: skip

BARE = Plan(
    case="", on=ON, law=LawInfo("0.1.0", None, None, None), what_if=(), headline="No way is known yet: too little was said.",
    summary=(), binding=None, options=(), closed=(), deadlines=(), this_week=(), no_regret=(), watch=(), family=(),
    employer_duties=(), not_encoded_here=(), reservations=(), warnings=(), notes=(),
)  # fmt: skip

HOSTILE_NAME = "</title></style><script>alert(1)</script>\"'><img src=https://evil.example/x.png onerror=alert(1)>[bold red]\x1b[31m"
HOSTILE = replace(
    FULL, case=HOSTILE_NAME, headline=HOSTILE_NAME,
    warnings=("{{ 7 * 7 }} {% raw %}", "[link=https://evil.example]here[/link]", "\u202eright to left"),
    options=(replace(BEST, title=HOSTILE_NAME, cites=(replace(HEARSAY, href="javascript:alert(1)"),)),),
)  # fmt: skip
