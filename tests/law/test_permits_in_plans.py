"""Permits of Canada in a plan: days, fees, and what follows for the family, worked out by hand from the dossiers."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.law import Law
from landed.plan import make_plan

FRANCOPHONE = "canada.francophone_mobility.worker"
IN_INDIA = """
on: 2026-07-01
worker:
  {birth_date: 1990-03-01, citizenships: [IN], residence: IN, location: IN, family: single, passport_expires: 2033-01-01,
   french: {clb: 7}, six_months_in_designated_country: true, education_level: master}
job:
  {noc: "21231", province: ON, wage: {amount: 130000, currency: CAD, per: year}, hours_per_week: 40, months: 36,
   public_health_protected: false, primary_agriculture: false}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""
IN_CANADA = """
on: 2026-11-22
worker:
  {birth_date: 1990-03-01, citizenships: [FR], residence: CA, location: CA, family: married, passport_expires: 2033-01-01,
   french: {clb: 10}, us_permanent_resident: false, six_months_in_designated_country: false,
   canada: {status: worker, permit: C21, permit_approved: true, permit_expires: 2027-03-31, stays: []}}
spouse: {accompanying: true, citizenships: [FR], residence: CA}
job:
  {noc: "21231", province: ON, wage: {amount: 130000, currency: CAD, per: year}, hours_per_week: 40, months: MONTHS,
   public_health_protected: false, primary_agriculture: false, applying_outside_canada: false}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""


def planned(text):
    return make_plan(read_case_text(text, "a case"), Law())


def option(plan, route):
    return next(each for each in plan.options if each.route == route)


def paid(option):
    return {total.payer: (total.lowest / 100, total.highest / 100) for total in option.totals}


# -------------------------------------------------------------------- at the border or online: nobody said which


@pytest.mark.parametrize("said", ["", ", us_permanent_resident: false"])
def test_no_day_rests_on_a_green_card_of_which_nobody_spoke(said):
    """Without one, a citizen of India applies online alone (IRPR s. 197, 198): two weeks by the standard, biometrics before."""
    way = option(planned(IN_INDIA.replace(", education_level", f"{said}, education_level")), FRANCOPHONE)
    assert way.outcome == "open"
    assert way.first_work.if_every_standard_is_met == dt.date(2026, 8, 6)  # 10 business days, 7 days, 14 days
    assert way.first_work.at_the_slowest_published > dt.date(2026, 8, 6)


def test_of_the_border_and_online_only_one_is_paid_for():
    """155 for the permit and 85 for biometrics, either way; the employer's 230 (IRPR s. 299, 315.1, 303.1)."""
    assert paid(option(planned(IN_INDIA), FRANCOPHONE)) == {"employer": (230, 230), "worker": (240, 240)}


def test_a_green_card_opens_the_border_and_the_day_is_earlier():
    card = IN_INDIA.replace(", education_level", ", us_permanent_resident: true, education_level")
    way = option(planned(card), FRANCOPHONE)
    assert way.first_work.at_the_slowest_published == dt.date(2026, 7, 16)
    assert paid(way)["worker"] == (240, 240)


# ------------------------------------------------------------ the permit held and the permit planned are two permits


def of_the_spouse(plan, route):
    answers = [each for note in plan.family for each in note.answers if each.route == route]
    return next(each.outcome for each in answers if FRANCOPHONE in each.ways)


@pytest.mark.parametrize(("months", "outcome"), [(16, "open"), (15, "closed")])
def test_a_spouse_counts_the_months_of_the_permit_planned_not_of_the_one_that_ends(months, outcome):
    """Sixteen months of the new permit (C16, as long as the offer), whatever is left of the holiday permit: four."""
    plan = planned(IN_CANADA.replace("MONTHS", str(months)))
    assert of_the_spouse(plan, "canada.spouse_open_permit.of_worker") == outcome


# -------------------------------------------------------------------------------- International Experience Canada

HOLIDAY = """
on: DAY
worker:
  {birth_date: 2000-03-01, citizenships: [IE], residence: IE, location: IE, family: single, passport_expires: 2033-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false, settlement_funds: 5000,
   canada: {iec_participations: 0, iec_insured: true}}
job: {months: 12, public_health_protected: false}
goals: {countries: [CA]}
"""


@pytest.mark.parametrize(
    ("on", "participation"), [("2024-12-01", 179.75), ("2025-12-01", 184.75), ("2026-11-01", 184.75)]
)
def test_a_holiday_costs_its_participation_fee_and_no_work_permit_fee_beside_it(on, participation):
    """The participation fee, 100 for an open permit, 85 for biometrics: the 155 of other permits are not asked."""
    way = option(planned(HOLIDAY.replace("DAY", on)), "canada.international_experience.working_holiday")
    assert way.outcome == "open"
    [total] = way.totals
    assert (total.lowest / 100, total.highest / 100) == (participation + 185, participation + 185)


def test_what_a_holiday_asked_for_in_december_2026_costs_is_not_known():
    [total] = option(
        planned(HOLIDAY.replace("DAY", "2026-11-22")), "canada.international_experience.working_holiday"
    ).totals
    assert (total.lowest / 100, total.highest) == (185, None)


@pytest.mark.parametrize("on", ["2024-09-30", "2025-08-06", "2025-08-07"])
def test_a_grid_of_points_that_was_not_read_leaves_the_plan_standing(on):
    """Alberta's grid before 7 August 2025 was not seen: a plan for that time says nothing of its points."""
    for each in planned(HOLIDAY.replace("DAY", on)).options:
        if each.route.startswith("canada.provincial_nominee") and "Alberta" in each.full_title:
            assert all(points.system != "aaip" for points in each.points) or on == "2025-08-07"


# ------------------------------------------------------------------------------------- two weeks, and who gets them

AT_THE_BORDER = """
on: 2026-11-22
worker:
  {birth_date: 1985-03-01, citizenships: [US], residence: US, location: US, family: single, education_level: bachelor,
   degree_fits_profession: true, controls_employer: false, six_months_in_designated_country: false}
job:
  {noc: "21222", profession: computer_systems_analyst, province: BC, months: 36, public_health_protected: false,
   wage: {amount: 110000, currency: CAD, per: year}, hours_per_week: 40}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""
OWNER = """
on: 2026-07-01
worker:
  {birth_date: 1985-03-01, citizenships: [AR], residence: AR, location: AR, family: single, passport_expires: 2033-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false, business_share: 60, business_funds: true,
   leaves_after_business: true}
job:
  {noc: "20012", province: ON, months: 18, public_health_protected: false, significant_benefit_shown: true,
   portal_offer_made: true, applying_outside_canada: true}
assertions:
  - {clause: canada.entrepreneur.temporary/significant_benefit, value: true, by: counsel, on: 2026-07-01}
  - {clause: canada.entrepreneur.temporary/temporary, value: true, by: counsel, on: 2026-07-01}
goals: {countries: [CA]}
"""


def test_a_permit_asked_for_at_the_border_is_not_said_to_come_by_two_week_processing():
    """Two weeks are for applications from outside Canada online; the border decides on the day (IRPR s. 198)."""
    way = option(planned(AT_THE_BORDER), "canada.cusma.professional")
    assert way.outcome == "open"
    assert [part.route for part in way.via] == []


def test_the_owner_of_a_business_is_not_promised_two_weeks():
    """An entrepreneur's occupation is 88888, which has no level: the ordinary standard of 60 days counts."""
    way = option(planned(OWNER), "canada.entrepreneur.temporary")
    assert way.outcome == "open"
    assert [part.route for part in way.via] == []
    [decision] = [step for step in way.steps if step.id.endswith("/decide_permit")]
    assert decision.duration.standard == "60 days"


def test_whoever_applies_in_canada_is_not_sent_to_the_border_for_the_permit():
    """Since 24 December 2024 no permit is given to those who leave only to come back (IRPR s. 26.1): it is sent."""
    way = option(planned(IN_CANADA.replace("MONTHS", "36")), FRANCOPHONE)
    last = next(step for step in way.steps if step.id.endswith("/enter"))
    assert "whoever applied in Canada receives it there" in last.title
    assert not [step for step in way.steps if step.id.endswith("/port_of_entry")]


# ------------------------------------------------------------- working on while the renewal of a permit is pending

RENEWAL = "canada.h1b_open_permit_2023.renewal"
OF_2023 = """
on: 2026-11-22
worker:
  {birth_date: 1990-03-01, citizenships: [IN], residence: CA, location: CA, family: married, passport_expires: 2030-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false,
   canada: {status: worker, permit: H1BP, permit_approved: true, first_permit_months: FIRST, permit_expires: ENDS, stays: []}}
spouse: {accompanying: true, citizenships: [IN], residence: CA}
children: [{birth_date: BORN}]
job: {noc: "21231", province: ON, months: 36, public_health_protected: false, applying_outside_canada: false}
goals: {countries: [CA]}
"""


def of_2023(first=30, ends="2026-12-30", born="2009-01-15"):
    return planned(OF_2023.replace("FIRST", str(first)).replace("ENDS", ends).replace("BORN", born))


def test_whoever_renews_in_time_works_on_and_is_not_too_late():
    """A timely extension keeps status and work (IRPR s. 183(5), 186(u)); the policy takes applications to 16 December."""
    way = option(of_2023(), RENEWAL)
    filed = next(step for step in way.steps if step.id.endswith("/renewal_apply_online"))
    assert way.first_work.at_the_slowest_published == filed.ends.at_the_slowest_published
    assert filed.ends.at_the_slowest_published <= dt.date(2026, 12, 16)
    assert way.latest_safe_start.days.at_the_slowest_published is not None


def test_a_permit_that_has_ended_is_worked_on_by_nobody():
    way = option(of_2023(ends="2026-11-21"), RENEWAL)
    assert not [step for step in way.steps if step.id.endswith("/renewal_work_on")]
    assert way.first_work.if_every_standard_is_met > dt.date(2027, 3, 1)  # 120 days by the standard


@pytest.mark.parametrize(("first", "outcome"), [(30, None), (21, None), (20, "undetermined")])
def test_a_renewal_of_the_permit_of_2023_gives_what_is_left_of_three_years(first, outcome):
    """Sixteen months are asked for the spouse (C41): after a first permit of 21 months, 15 are left at the most."""
    answers = [
        each
        for note in of_2023(first).family
        for each in note.answers
        if each.route == "canada.spouse_open_permit.of_worker" and RENEWAL in each.ways
    ]
    assert [each.outcome for each in answers if each.outcome != "closed"] == ([outcome] if outcome else [])


def test_a_permit_that_ends_before_the_papers_are_together_promises_no_work_meanwhile():
    way = option(of_2023(ends="2026-11-30"), RENEWAL)
    assert not [step for step in way.steps if step.id.endswith("/renewal_work_on")]


def test_a_visitor_in_canada_renews_no_work_permit():
    plan = planned(
        OF_2023.replace("FIRST", "30")
        .replace("ENDS", "none")
        .replace("BORN", "2015-01-01")
        .replace("status: worker, permit: H1BP, permit_approved: true", "status: visitor")
    )
    assert RENEWAL not in [each.route for each in plan.options]


# ------------------------------------------------------------------ whom the end of flagpoling spares (OB 686)

KOREAN = """
on: 2026-11-22
worker:
  {birth_date: 1992-03-01, citizenships: [CITIZEN], residence: CA, location: CA, family: single, passport_expires: 2033-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false, degree_fits_profession: true,
   canada: {status: worker, permit: C21, permit_approved: true, permit_expires: 2027-01-31, stays: []}}
job: {noc: "21231", province: ON, months: 36, on_agreement_list: true, public_health_protected: false, applying_outside_canada: false}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""


@pytest.mark.parametrize(
    ("citizen", "key", "border"),
    [("KR", "korea", True), ("CL", "chile", True), ("CO", "colombia", False), ("PE", "peru", False)],
)
def test_professionals_of_some_agreements_come_back_from_the_border_with_a_permit(citizen, key, border):
    """F22 and F32 are spared (with F12, F42, F52, whose citizens need a visa, and so apply online: IRPR s. 198)."""
    way = option(
        planned(KOREAN.replace("CITIZEN", citizen)), f"canada.bilateral_agreements.{key}_professional"
    )
    taken = {step.id.rpartition("/")[2] for step in way.steps}
    assert (f"{key}_port_of_entry" in taken, f"{key}_apply_online" in taken) == (border, not border)


# --------------------------------------------------------------- a new permit asked for in Canada, in time


@pytest.mark.parametrize(("same", "works_on"), [("true", True), ("false", False)])
def test_who_goes_on_with_the_same_work_is_in_time_by_filing_and_who_does_not_waits(same, works_on):
    """A timely application lets the same work go on until the decision (IRPR s. 186(u)); another job waits for it."""
    text = IN_CANADA.replace("MONTHS", "36").replace("stays: []", f"stays: [], same_conditions: {same}")
    way = option(planned(text), FRANCOPHONE)
    filed = next(step for step in way.steps if step.id.endswith("/apply_online"))
    assert (way.first_work.at_the_slowest_published == filed.ends.at_the_slowest_published) is works_on
    assert (way.latest_safe_start.days.at_the_slowest_published is not None) is works_on


def test_the_holder_of_an_open_permit_after_studies_goes_on_for_any_employer():
    text = IN_CANADA.replace("MONTHS", "36").replace("permit: C21", "permit: C43")
    way = option(planned(text), FRANCOPHONE)
    assert way.first_work.at_the_slowest_published < dt.date(2027, 3, 31)


def test_nobody_outside_canada_is_told_to_go_on_working_there():
    for text in (IN_INDIA, AT_THE_BORDER):
        for each in planned(text).options:
            assert not [step for step in each.steps if step.id.endswith("work_on")]


GRADUATE = """
on: 2026-10-01
worker:
  {birth_date: 1999-03-01, citizenships: [IN], residence: CA, location: CA, family: single, passport_expires: 2033-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false, english: {clb: 9}, french: {clb: 0},
   canada: {status: student, status_expires: ENDS, program_qualifies: true, program_months: 16, program_completed: 2026-09-30,
            program_level: master, post_graduation_permit_used: false, curriculum_license_since_may_2024: false, stays: []}}
goals: {countries: [CA]}
"""


@pytest.mark.parametrize(("ends", "works"), [("2027-01-10", True), ("2026-10-10", False)])
def test_a_graduate_works_while_waiting_where_the_study_permit_had_not_ended(ends, works):
    """IRPR s. 186(w): who applies before the study permit ends works full-time until the decision."""
    way = option(planned(GRADUATE.replace("ENDS", ends)), "canada.post_graduation_permit.graduate")
    assert way.outcome == "open"
    filed = next(step for step in way.steps if step.id.endswith("/apply_online"))
    assert (way.first_work.at_the_slowest_published == filed.ends.at_the_slowest_published) is works
    assert paid(way) == {"worker": (340, 340)}  # 155, 100, and 85


BRIDGE = """
on: 2026-11-01
worker:
  {birth_date: 1990-03-01, citizenships: [BR], residence: CA, location: CA, family: single, passport_expires: 2033-01-01,
   us_permanent_resident: false, six_months_in_designated_country: false,
   canada: {status: STATUS, status_expires: 2026-10-01, pr_class: canadian_experience, pr_stage: complete, pr_principal: true,
            stays: []}}
goals: {countries: [CA]}
"""


@pytest.mark.parametrize(("status", "dollars"), [("worker", 340), ("restorable", 586.25)])
def test_a_bridge_for_a_status_that_was_lost_costs_the_restoration_too(status, dollars):
    """155, 100, and 85; with a lost status 246.25 besides (since 1 December 2025)."""
    way = option(planned(BRIDGE.replace("STATUS", status)), "canada.bridging_permit.applicant")
    assert (way.outcome, paid(way)) == ("open", {"worker": (dollars, dollars)})
