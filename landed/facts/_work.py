"""What can be known of the job, of the employer, and of what the worker wants."""

# One line a fact, so that the vocabulary reads as a list.
# fmt: off

from __future__ import annotations

from landed.expr.units import CAD, CAD_PER_HOUR, COUNT, HOURS, MONTHS, PERCENT, PERSONS, Unit
from landed.facts._declare import choice, code, day, flag, number, several

PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")
LMIA_STREAMS = ("gts_a", "gts_b", "high_wage", "low_wage")
RELATIONSHIPS = ("same", "parent", "subsidiary", "branch", "affiliate", "unrelated", "none")
PREMISES = ("commercial", "shared_office", "home", "none")
CAP_EXEMPT = ("none", "higher_education", "affiliated_nonprofit", "research", "works_at_exempt")
AFFILIATIONS = ("shared_control", "operated_by", "member_or_branch", "written_agreement", "none")
RESEARCH = ("main_activity", "fundamental_activity", "minor", "none")
SHARE = Unit("share", decimals=4)
"""A part of one: 0.9 is nine in ten."""

_OFFER = "In the offer or the contract."
_OFFICER = "An officer decides on the duties, not on the title."


class job:  # noqa: N801 - written in rules as the thing: job.noc
    """The job offered or held where the worker would go."""

    title = code("job.title", "text", "What is the job's title?", "", _OFFER)
    noc = code("job.noc", "noc", "Which National Occupational Classification code fits the duties?", "Lists, wages, and classes are by occupation. " + _OFFICER, "Search the duties in the National Occupational Classification: 5 digits (2021) or 4 (2011, 2016).")
    teer = number("job.teer", COUNT, "Which TEER category is the occupation in?", "It is the second digit of the 2021 code.", highest=5, field="job.noc")
    soc = code("job.soc", "soc", "Which U.S. Standard Occupational Classification code has the job?", "U.S. prevailing wages are by it.", "On the labor condition application.")
    hourly_wage = number("job.hourly_wage", CAD_PER_HOUR, "What is the wage an hour, in Canadian dollars?", "Floors and medians are set by the hour; bonuses and stock do not count.", _OFFER, field="job.wage")
    yearly_wage = number("job.yearly_wage", CAD, "What is the wage a year, in Canadian dollars?", "Some floors are set by the year.", _OFFER, field="job.wage")
    hours_per_week = number("job.hours_per_week", HOURS, "How many hours a week?", "A yearly wage becomes an hourly one by them; full-time is 30 or more.", _OFFER, lowest=1, highest=16800)
    prevailing_hourly_wage = number("job.prevailing_hourly_wage", CAD_PER_HOUR, "What is the prevailing (median) wage an hour for this occupation and region?", "The offer may not be lower.", "On Canada's Job Bank, under wages.", field="job.prevailing_wage")
    prevailing_wage_stated = flag("job.prevailing_wage_stated", "Is the prevailing wage given in the case?", field="job.prevailing_wage")
    wage_region = code("job.wage_region", "text", "Which region's published wages apply to the job?", "Prevailing wages are by economic region.", "On Canada's Job Bank, under wages.", field="job.city")
    needs_advanced_degree = flag("job.needs_advanced_degree", "Does the position need an advanced degree in a field of its own?", "Category A of the Global Talent Stream asks for it, or for five years of specialized experience.")
    province = choice("job.province", PROVINCES, "In which province or territory is the job?", "Provinces nominate; Quebec selects its own.", _OFFER)
    in_quebec = flag("job.in_quebec", "Is the job in Quebec?", "Quebec has its own selection, lists, and forms.", field="job.province")
    city = code("job.city", "text", "In which city is the job?", "", _OFFER)
    economic_region = code("job.economic_region", "text", "In which economic region is the job?", "Prevailing wages are by economic region.", "On Canada's Job Bank, under wages.")
    start = day("job.start", "On which day would the job start?", "", _OFFER)
    months = number("job.months", MONTHS, "For how many months is the job?", "Permits are given for the length of the job, up to a limit.", _OFFER, highest=600)
    profession = code("job.profession", "text", "Which profession of the trade agreement's list do the duties fit?", "Permits under the agreement are by profession.", "In the list of professionals of the agreement.")
    duties_match_listed_part = flag("job.duties_match_listed_part", "Do the duties match the part of the occupation that the list names?", "Some lists take in only a part of an occupation's jobs.", "In the notes of the list.")
    advanced_industry_knowledge = flag("job.advanced_industry_knowledge", "Does the job need advanced proprietary knowledge that is uncommon in the industry?", _OFFICER)
    us_cap_exempt = flag("job.us_cap_exempt", "Is the U.S. job exempt from the H-1B cap?", "", field="employer.cap_exempt_kind")
    us_specialty_occupation = flag("job.us_specialty_occupation", "Does the U.S. job need at least a bachelor's degree in a specific field?", "Only such jobs qualify for H-1B.", "In the job description.")
    us_new_employer_files = flag("job.us_new_employer_files", "Will another U.S. employer file an H-1B petition for you?", "You may then start there when it is filed.")
    us_consular_notice = flag("job.us_consular_notice", "Would the petition ask for a visa at a consulate, rather than for a change or extension of status?", "Payments and travel depend on it.", "On form I-129.")
    us_time_at_exempt_entity = number("job.us_time_at_exempt_entity", PERCENT, "What percentage of the working time is spent at a university or research organization that is exempt from the cap?", "The job can share its exemption.", highest=10000)
    us_furthers_exempt_mission = flag("job.us_furthers_exempt_mission", "Do the duties further the mission of that university or research organization?", "Only then does the job share its exemption.")
    remote_from_canada = flag("job.remote_from_canada", "Would the job be done from Canada for an employer that has no place there?", "")
    lmia_issued = flag("job.lmia_issued", "Has a labour market impact assessment been issued for this job?", "Most work permits stand on one.", "On the letter from Employment and Social Development Canada.")
    lmia_stream = choice("job.lmia_stream", LMIA_STREAMS, "Under which stream was the assessment issued?", "", "On the same letter.")
    caq_issued = flag("job.caq_issued", "Has Quebec issued an acceptance certificate (CAQ) for this job?", "Work in Quebec on an assessment needs one.", "From Quebec's ministry of immigration.")
    public_health_protected = flag("job.public_health_protected", "Is it a job in health care, child care, teaching in schools, or care in a home?", "Such jobs need a medical exam whatever their length.")
    at_public_research_institution = flag("job.at_public_research_institution", "Is the research done at a publicly funded Canadian institution that grants degrees, or its affiliate?", "Researchers there may work 120 days without a permit.")
    portal_offer_made = flag("job.portal_offer_made", "Has the employer submitted the offer in the Employer Portal and paid the fee?", "A permit without an assessment needs it.", "The offer number begins with A.")
    applying_outside_canada = flag("job.applying_outside_canada", "Would you apply for the work permit from outside Canada?", "Two-week processing is for applications from outside.")


class employer:  # noqa: N801
    """The employer who would keep or hire the worker."""

    exists = flag("employer.exists", "Is there an employer who would employ you in Canada?", "Most work permits start from an employer's offer.", field="employer")
    name = code("employer.name", "text", "What is the employer's name?")
    operates_in_canada = flag("employer.operates_in_canada", "Does the employer do business in Canada?", "An assessment is given to employers who do.")
    has_canadian_entity = flag("employer.has_canadian_entity", "Does the employer have a company or branch in Canada?", "A transfer goes from one company of a group to another.", field="employer.canadian_entity")
    us_worker_months = number("employer.us_worker_months", MONTHS, "For how many months have you worked for the related company outside Canada?", "A transfer asks for a year in the last three.", highest=600)
    gts_positions_this_year = number("employer.gts_positions_this_year", PERSONS, "How many Category A positions has the employer filled under the Global Talent Stream this calendar year?", "The wage floor rises after the second.", highest=10000)
    referred_by_designated_partner = flag("employer.referred_by_designated_partner", "Has a designated partner referred the employer to the Global Talent Stream?", "Category A asks for a referral.")
    barred_from_hiring_foreign_workers = flag("employer.barred_from_hiring_foreign_workers", "Is the employer on the list of those who may not hire foreign workers?", "", "On the public list of employers found non-compliant.")
    lmia_revoked_last_two_years = flag("employer.lmia_revoked_last_two_years", "Has an assessment of this employer been revoked in the last two years?", "A new one is then not processed.")
    willing = flag("employer.willing", "Is the employer willing to keep you on from another country?", "Without it, only ways of your own are left.")
    cap_exempt_kind = choice("employer.cap_exempt_kind", CAP_EXEMPT, "Is the employer one of those exempt from the H-1B cap?", "Universities, nonprofits tied to them, and research organizations are; `works_at_exempt` is another employer whose worker works at one.")
    affiliation = choice("employer.affiliation", AFFILIATIONS, "How is the nonprofit tied to a university?", "The tie must be of a kind the regulation names.", "In its statutes or the affiliation agreement.")
    research = choice("employer.research", RESEARCH, "Which part has research in what the nonprofit or government organization does?", "Research organizations are exempt from the cap.")
    nonprofit = flag("employer.nonprofit", "Is the employer a nonprofit?", "Some U.S. fees are lower.")
    acwia_exempt = flag("employer.acwia_exempt", "Is the employer a university, a nonprofit tied to one, a research organization, or a school?", "The U.S. training fee is then not due.")
    mostly_h1b = flag("employer.mostly_h1b", "Has the employer 50 or more workers in the United States, more than half of them in H-1B or L-1 status?", "A further fee is then due.")
    fte_employees = number("employer.fte_employees", PERSONS, "How many full-time equivalent employees does the employer have?", "Some fees and duties depend on it.", highest=10_000_000)

    class canadian_entity:  # noqa: N801
        """The employer's company in Canada; `canadian_entity: none` where there is none."""

        name = code("employer.canadian_entity.name", "text", "What is the name of the company in Canada?")
        relationship = choice("employer.canadian_entity.relationship", RELATIONSHIPS, "How is the company in Canada related to your employer?", "A transfer is between a parent, a branch, a subsidiary, or an affiliate.")
        since = day("employer.canadian_entity.since", "Since when has the company in Canada done business?", "New companies must show more.")
        premises = choice("employer.canadian_entity.premises", PREMISES, "What premises has the company in Canada?", "A transfer to a new company needs real ones.")
        employees = number("employer.canadian_entity.employees", PERSONS, "How many employees has the company in Canada?", "", highest=10_000_000)

    class undertakes:  # noqa: N801
        """What the employer promises or is ready to do."""

        labour_market_benefits_plan = flag("employer.undertakes.labour_market_benefits_plan", "Will the employer commit to a Labour Market Benefits Plan?", "The Global Talent Stream asks for one.")
        pays_prevailing_wage = flag("employer.undertakes.pays_prevailing_wage", "Will the employer pay at least the prevailing wage?", "An assessment asks for it.")
        recruitment = flag("employer.undertakes.recruitment", "Will the employer advertise the job as required?", "Most assessments ask for it.")
        transition_plan = flag("employer.undertakes.transition_plan", "Will the employer commit to a transition plan?", "The high-wage stream asks for one.")
        health_insurance = flag("employer.undertakes.health_insurance", "Will the employer pay for health insurance until the province covers you?", "An assessment can ask for it.")
        employment_agreement = flag("employer.undertakes.employment_agreement", "Will the employer sign an employment agreement with you?", "It must be given to the worker.")
        us_petition = flag("employer.undertakes.us_petition", "Will the employer file a U.S. petition for you, and pay for it?", "Only an employer can file it.")
        us_premium = flag("employer.undertakes.us_premium", "Will the employer ask and pay for premium processing of the U.S. petition?", "The decision then comes within a fixed number of days.")
        portal_offer = flag("employer.undertakes.portal_offer", "Will the employer submit the offer in the Employer Portal and pay the compliance fee?", "A permit without an assessment needs it.")


class goals:  # noqa: N801
    """What the worker wants."""

    countries = several("goals.countries", "country", "Which countries would you go to?", "Others are left out of the plan.")
    keep_job = flag("goals.keep_job", "Do you want to keep your present job?", "Ways that need another employer then come last.")
    confidence = number("goals.confidence", SHARE, "How sure must the plan be? (0.9 is nine in ten)", "It sets the latest safe start.", highest=10000)
