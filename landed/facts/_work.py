"""What can be known of the job, of the employer, and of what the worker wants."""

# One line a fact, so that the vocabulary reads as a list.
# fmt: off

from __future__ import annotations

from landed.expr.units import CAD, CAD_PER_HOUR, COUNT, DAYS, HOURS, MONTHS, PERCENT, PERSONS, Unit
from landed.facts._declare import choice, code, day, flag, number, several

PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")
CATEGORIES = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
BC_AREAS = ("metro_vancouver", "area_2", "area_3")
ONTARIO_AREAS = ("toronto", "rest_of_gta", "north", "elsewhere")
LMIA_STREAMS = ("gts_a", "gts_b", "high_wage", "low_wage", "quebec_facilitated")
CENSUS_AREAS = (
    "none", "st_johns", "halifax", "moncton", "saint_john", "fredericton", "saguenay", "quebec", "sherbrooke",
    "trois_rivieres", "drummondville", "montreal", "ottawa_gatineau", "kingston", "belleville_quinte_west",
    "peterborough", "oshawa", "toronto", "hamilton", "st_catharines_niagara", "kitchener_cambridge_waterloo",
    "brantford", "guelph", "london", "windsor", "barrie", "greater_sudbury", "thunder_bay", "winnipeg", "regina",
    "saskatoon", "lethbridge", "calgary", "red_deer", "edmonton", "kelowna", "kamloops", "chilliwack",
    "abbotsford_mission", "vancouver", "victoria", "nanaimo",
)
"""The census metropolitan areas of Canada, and `none` outside them."""
SUSPENDED_REGIONS = ("montreal", "laval", "elsewhere")
RELATIONSHIPS = ("same", "parent", "subsidiary", "branch", "affiliate", "unrelated", "none")
PREMISES = ("commercial", "shared_office", "home", "none")
CAP_EXEMPT = ("none", "higher_education", "affiliated_nonprofit", "research", "works_at_exempt")
AFFILIATIONS = ("shared_control", "operated_by", "member_or_branch", "written_agreement", "none")
RESEARCH = ("main_activity", "fundamental_activity", "minor", "none")
ARRANGED = ("none", "lmia_permit", "exempt_permit", "new_lmia_no_permit", "new_lmia_other_permit")
"""Kinds of arranged employment: IRPR s. 82(2)(a), (b), (c) and (d)."""
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
    keeps_to_profession_limits = flag("job.keeps_to_profession_limits", "Does the job keep to what the list says of the profession: a physician to teaching or research, a management consultant to advice and not to the client's daily work, a research assistant to an institution of higher education?", "For a few professions the agreement opens only a part of the work.", "In the list of professionals of the agreement.")
    duties_match_listed_part = flag("job.duties_match_listed_part", "Do the duties match the part of the occupation that the list names?", "Some lists take in only a part of an occupation's jobs.", "In the notes of the list.")
    advanced_industry_knowledge = flag("job.advanced_industry_knowledge", "Does the job need advanced proprietary knowledge that is uncommon in the industry?", _OFFICER)
    us_cap_exempt = flag("job.us_cap_exempt", "Is the U.S. job exempt from the H-1B cap?", "", field="employer.cap_exempt_kind")
    us_specialty_occupation = flag("job.us_specialty_occupation", "Does the U.S. job need at least a bachelor's degree in a specific field?", "Only such jobs qualify for H-1B.", "In the job description.")
    us_new_employer_files = flag("job.us_new_employer_files", "Will another U.S. employer file an H-1B petition for you?", "You may then start there when it is filed.")
    us_first_extension = flag("job.us_first_extension", "Is it the first extension that the present U.S. employer asks for?", "The U.S. training fee is due on the first one only.", "In the approval notices (I-797).")
    us_consular_notice = flag("job.us_consular_notice", "Would the petition ask for a visa at a consulate, rather than for a change or extension of status?", "Payments and travel depend on it.", "On form I-129.")
    us_time_at_exempt_entity = number("job.us_time_at_exempt_entity", PERCENT, "What percentage of the working time is spent at a university or research organization that is exempt from the cap?", "The job can share its exemption.", highest=10000)
    us_furthers_exempt_mission = flag("job.us_furthers_exempt_mission", "Do the duties further the mission of that university or research organization?", "Only then does the job share its exemption.")
    remote_from_canada = flag("job.remote_from_canada", "Would the job be done from Canada for an employer that has no place there?", "")
    permanent_full_time = flag("job.permanent_full_time", "Is it a full-time job without an end date?", "Most provinces nominate only for such a job.", _OFFER)
    noc_category = choice("job.noc_category", CATEGORIES, "Which broad category is the occupation in?", "It is the first digit of the code.", field="job.noc")
    bc_area = choice("job.bc_area", BC_AREAS, "In which area of British Columbia is the job?", "The province gives points by area.", "area_2 is Squamish, Abbotsford, Agassiz, Mission, and Chilliwack.", field="job.city")
    ontario_area = choice("job.ontario_area", ONTARIO_AREAS, "In which part of Ontario is the job?", "The province gives points, and sets the employer's revenue, by area.", "`rest_of_gta` is Durham, Halton, Peel, and York.", field="job.city")
    outside_calgary_and_edmonton = flag("job.outside_calgary_and_edmonton", "Is the job in Alberta outside Calgary and Edmonton?", "The province gives points for it.", field="job.city")
    saskatchewan_position_approved = flag("job.saskatchewan_position_approved", "Has Saskatchewan approved the employer's position for its nominee program?", "Its tech pathway asks for it.", "The approval letter of the position.")
    alberta_priority_sector = flag("job.alberta_priority_sector", "Is the job in a sector for which Alberta adds points?", "", "On the points grid of Alberta's worker streams.")
    lmia_issued = flag("job.lmia_issued", "Has a labour market impact assessment been issued for this job?", "Most work permits stand on one.", "On the letter from Employment and Social Development Canada.")
    lmia_stream = choice("job.lmia_stream", LMIA_STREAMS, "Under which stream was the assessment issued?", "", "On the same letter.")
    lmia_expires = day("job.lmia_expires", "Until which day may the work permit be applied for on the assessment?", "No permit stands on one that has run out.", "On the letter from Employment and Social Development Canada.")
    census_metropolitan_area = choice("job.census_metropolitan_area", CENSUS_AREAS, "In which census metropolitan area is the job? (`none` outside all of them)", "Low-wage assessments are not processed where unemployment is high.", "In Statistics Canada's Census of Population tool, by postal code.")
    unemployment_refusal_exempt = flag("job.unemployment_refusal_exempt", "Is the job in primary agriculture, construction, food processing, or one of the health care jobs that are spared the refusal in areas of high unemployment?", "Low-wage assessments are processed for these everywhere.", "On the page of Employment and Social Development Canada on refusals to process.")
    montreal_or_laval = choice("job.montreal_or_laval", SUSPENDED_REGIONS, "Is the job in the administrative region of Montreal or of Laval?", "Quebec has suspended low-wage assessments there.")
    quebec_suspension_exempt = flag("job.quebec_suspension_exempt", "Is the employer's industry agriculture, construction, food processing, education, or health and social services?", "Quebec's suspension spares these.", "By the industry code (NAICS).")
    higher_low_wage_cap = flag("job.higher_low_wage_cap", "Is the job in one of the sectors with a higher cap on low-wage positions?", "A larger part of the workforce may be temporary foreign workers there.", "On the page of Employment and Social Development Canada on the cap.")
    arranged_employment = choice("job.arranged_employment", ARRANGED, "Is the offer arranged employment, and of which kind: made by the employer of your permit issued on an assessment; by the employer of your exempt permit (transfer, trade agreement, Canadian interests) after a year with it; or backed by a new assessment, without a permit or beside another one?", "It gives points in the federal skilled worker grid, and can stand in for settlement funds; an open permit alone is no offer.", "An offer of full-time work for a year or more after the visa, in TEER 0 to 3.")
    arranged_employment_counted = choice("job.arranged_employment_counted", ARRANGED, "Which kind of arranged employment is the offer, if it counts: is it in TEER 0 to 3?", "It gives points in the federal skilled worker grid.", field="job.arranged_employment")
    caq_issued = flag("job.caq_issued", "Has Quebec issued an acceptance certificate (CAQ) for this job?", "Work in Quebec on an assessment needs one.", "From Quebec's ministry of immigration.")
    public_health_protected = flag("job.public_health_protected", "Is it a job in health care, child care, teaching in schools, or care in a home?", "Such jobs need a medical exam whatever their length.")
    at_public_research_institution = flag("job.at_public_research_institution", "Is the research done at a publicly funded Canadian institution that grants degrees, or its affiliate?", "Researchers there may work 120 days without a permit.")
    portal_offer_made = flag("job.portal_offer_made", "Has the employer submitted the offer in the Employer Portal and paid the fee?", "A permit without an assessment needs it.", "The offer number begins with A.")
    applying_outside_canada = flag("job.applying_outside_canada", "Would you apply for the work permit from outside Canada?", "Two-week processing is for applications from outside.")

    similar_position = flag("job.similar_position", "Is the job in Canada like the one you hold in the group now?", "A transfer is to a similar position.")
    directs_others = flag("job.directs_others", "Would you direct the company or a major part of it, or supervise and decide over managers, professionals, or an essential function?", "Transfers of executives and managers are for such work. " + _OFFICER)
    part_of_general_workforce = flag("job.part_of_general_workforce", "Is the work what the company's general workforce does?", "Specialized knowledge is not what many hold.")
    others_could_do_it = flag("job.others_could_do_it", "Could others in the company in Canada, or a person hired there, do the work without long training?", "Specialized knowledge is not easily passed on.")
    could_be_done_remotely = flag("job.could_be_done_remotely", "Could the job be done from outside Canada?", "Why it must be in Canada has then to be explained.")
    primary_agriculture = flag("job.primary_agriculture", "Is it a job in primary agriculture?", "Some programs leave out jobs of TEER 4 and 5 there.")
    supervisory_or_essential = flag("job.supervisory_or_essential", "Is the work supervisory or executive, or does it need skills essential to the business?", "Traders and investors of the agreements bring such people.")
    on_agreement_list = flag("job.on_agreement_list", "Is the occupation or service one that the trade agreement opens to citizens of your country?", "Each agreement lists them, or what is left out.", "In the lists of the agreement.")
    service_contract = flag("job.service_contract", "Is there a signed contract for the service with a client in Canada?", "Some agreements are for suppliers of a service under a contract.")
    days_in_a_row = number("job.days_in_a_row", DAYS, "For how many days in a row would you work in Canada?", "Some permits are for 90 days.", highest=366)
    significant_benefit_shown = flag("job.significant_benefit_shown", "Can papers show a significant social, cultural, or economic benefit to Canada from this work?", "Permits for significant benefit rest on it.")
    collective_agreement_wage_met = flag("job.collective_agreement_wage_met", "If a collective agreement sets the wage, is it met?", "The wage of the agreement then counts in place of the prevailing wage.")
    under_collective_agreement = flag("job.under_collective_agreement", "Does a collective agreement set the wage?", "Its wage then counts in place of the prevailing wage.")
    serves_canadian_market = flag("job.serves_canadian_market", "Would the work serve clients in Canada, or enter the Canadian labor market?", "Work that does needs a permit.")
    paid_from_canada = flag("job.paid_from_canada", "Would you be paid from Canada, or does the business make its profit there?", "A business visitor's pay and profits stay abroad.")
    business_visit_activity = flag("job.business_visit_activity", "Is the visit for meetings, sales, after-sales service, or training within the group?", "A business visitor may do these without a permit.")


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
    low_wage_share = number("employer.low_wage_share", PERCENT, "What percentage of the workforce at the place of work would be temporary foreign workers in low-wage positions, this one counted?", "The low-wage stream has a cap.", "In the employer's cap calculation.", highest=10000)
    months_in_province = number("employer.months_in_province", MONTHS, "For how many months has the employer done business in the province of the job?", "Provinces ask for one to three years.", highest=6000)
    province_employees = number("employer.province_employees", PERSONS, "How many full-time employees without an end date has the employer in the province?", "Provinces set a lowest number.", highest=10_000_000)
    resident_employees = number("employer.resident_employees", PERSONS, "How many of the full-time employees there are citizens or permanent residents?", "Ontario sets a lowest number.", highest=10_000_000)
    yearly_revenue = number("employer.yearly_revenue", CAD, "What was the employer's revenue in the last fiscal year, in Canadian dollars?", "Ontario and Alberta set a lowest one.", "In the financial statements.")
    in_alberta_tech_industry = flag("employer.in_alberta_tech_industry", "Is the employer's industry one of those that Alberta's tech pathway names?", "The pathway is for employers of the tech sector.", "By the industry code (NAICS), on the list of the pathway.")
    designated_in_atlantic = flag("employer.designated_in_atlantic", "Has an Atlantic province designated the employer for the Atlantic program?", "Only designated employers take part.", "On the list of the province.")
    willing = flag("employer.willing", "Is the employer willing to keep you on from another country?", "Without it, only ways of your own are left.")
    cap_exempt_kind = choice("employer.cap_exempt_kind", CAP_EXEMPT, "Is the employer one of those exempt from the H-1B cap?", "Universities, nonprofits tied to them, and research organizations are; `works_at_exempt` is another employer whose worker works at one.")
    e_verify = flag("employer.e_verify", "Does the employer take part in E-Verify?", "The STEM extension of practical training is for such employers only.", "On the list of E-Verify, or from the employer.")
    affiliation = choice("employer.affiliation", AFFILIATIONS, "How is the nonprofit tied to a university?", "The tie must be of a kind the regulation names.", "In its statutes or the affiliation agreement.")
    research = choice("employer.research", RESEARCH, "Which part has research in what the nonprofit or government organization does?", "Research organizations are exempt from the cap.")
    nonprofit = flag("employer.nonprofit", "Is the employer a nonprofit?", "Some U.S. fees are lower.")
    acwia_exempt = flag("employer.acwia_exempt", "Is the employer a university, a nonprofit tied to one, a research organization, or a school?", "The U.S. training fee is then not due.")
    mostly_h1b = flag("employer.mostly_h1b", "Has the employer 50 or more workers in the United States, more than half of them in H-1B or L-1 status?", "A further fee is then due.")
    fte_employees = number("employer.fte_employees", PERSONS, "How many full-time equivalent employees does the employer have?", "Some fees and duties depend on it.", highest=10_000_000)

    company_abroad_country = code("employer.company_abroad_country", "country", "In which country is the company abroad that employs you, and would transfer you?", "Transfers under some trade agreements are from companies of their countries only.", "The company on your contract and pay slips.")
    employs_worker_now = flag("employer.employs_worker_now", "Does the group employ you now, full-time, outside Canada?", "Only a person employed by the group can be transferred.")
    worker_months_full_time = flag("employer.worker_months_full_time", "Was that work full-time and without a break?", "A year of full-time work is asked for; part-time work does not add up.")
    revenue_countries = number("employer.revenue_countries", COUNT, "In how many countries, Canada left out, does the group earn revenue?", "Transfers are for multinational groups since October 2024.", highest=250)
    foreign_firm = flag("employer.foreign_firm", "Is your employer a firm of a country of the trade agreement, without an establishment in Canada?", "Contractual service suppliers work for such firms.")
    hypergrowth_project = flag("employer.hypergrowth_project", "Is the employer one of the firms of the Global Hypergrowth Project?", "The Innovation Stream was for them.", "Ada, AlayaCare, CellCarta, Clarius, Clio, Duchesnay, Lightspeed, and Vive Crop Protection were named.")
    trade_with_agreement_country = flag("employer.trade_with_agreement_country", "Does the business carry on substantial trade, mostly between Canada and the country of the agreement whose citizen you are?", "Traders of the agreement need it.")
    substantial_investment = flag("employer.substantial_investment", "Has a substantial amount been invested in the business in Canada, or is it being invested?", "Investors of the agreements need it.")
    treaty_ownership = number("employer.treaty_ownership", PERCENT, "What percentage of the business in Canada do citizens of the country of the agreement own?", "The business must have that nationality.", highest=10000)

    class canadian_entity:  # noqa: N801
        """The employer's company in Canada; `canadian_entity: none` where there is none."""

        name = code("employer.canadian_entity.name", "text", "What is the name of the company in Canada?")
        relationship = choice("employer.canadian_entity.relationship", RELATIONSHIPS, "How is the company in Canada related to your employer?", "A transfer is between a parent, a branch, a subsidiary, or an affiliate.")
        since = day("employer.canadian_entity.since", "Since when has the company in Canada done business?", "New companies must show more.")
        premises = choice("employer.canadian_entity.premises", PREMISES, "What premises has the company in Canada?", "A transfer to a new company needs real ones.")
        shared_premises_documented = flag("employer.canadian_entity.shared_premises_documented", "Do papers (a lease or membership, photographs, a floor plan) show that the shared office is a place where the company really does business?", "A shared office is accepted with evidence; a home or a mailing address is not.")
        directs_work = flag("employer.canadian_entity.directs_work", "Would the company in Canada direct your work from day to day?", "A transferee works for the company in Canada.")
        employees = number("employer.canadian_entity.employees", PERSONS, "How many employees has the company in Canada?", "", highest=10_000_000)

    class undertakes:  # noqa: N801
        """What the employer promises or is ready to do."""

        labour_market_benefits_plan = flag("employer.undertakes.labour_market_benefits_plan", "Will the employer commit to a Labour Market Benefits Plan?", "The Global Talent Stream asks for one.")
        pays_prevailing_wage = flag("employer.undertakes.pays_prevailing_wage", "Will the employer pay at least the prevailing wage?", "An assessment asks for it.")
        recruitment = flag("employer.undertakes.recruitment", "Will the employer advertise the job as required?", "Most assessments ask for it.")
        transition_plan = flag("employer.undertakes.transition_plan", "Will the employer commit to a transition plan?", "The high-wage stream asks for one.")
        low_wage_terms = flag("employer.undertakes.low_wage_terms", "Will the employer commit to all that the low-wage application form asks of it for the worker?", "These terms were not read here.", "On the application form of the low-wage stream.")
        health_insurance = flag("employer.undertakes.health_insurance", "Will the employer pay for health insurance until the province covers you?", "An assessment can ask for it.")
        employment_agreement = flag("employer.undertakes.employment_agreement", "Will the employer sign an employment agreement with you?", "It must be given to the worker.")
        us_petition = flag("employer.undertakes.us_petition", "Will the employer file a U.S. petition for you, and pay for it?", "Only an employer can file it.")
        us_premium = flag("employer.undertakes.us_premium", "Will the employer ask and pay for premium processing of the U.S. petition?", "The decision then comes within a fixed number of days.")
        stem_training_plan = flag("employer.undertakes.stem_training_plan", "Will the employer sign a training plan (form I-983) with you, and pay you as it pays U.S. workers in like jobs?", "The STEM extension of practical training asks for both.")
        home_position = flag("employer.undertakes.home_position", "Will your position abroad stay open for your return?", "A transfer is for a time.")
        canadian_business_plan = flag("employer.undertakes.canadian_business_plan", "Will the employer give a business plan, a staffing plan, and proof of means for the new office in Canada?", "The first year of a new office rests on them.")
        explains_why_canada = flag("employer.undertakes.explains_why_canada", "Will the employer explain why the work has to be done in Canada?", "It is asked where a job could be done from elsewhere.")
        wage_review = flag("employer.undertakes.wage_review", "Will the employer review the wage every year?", "The Innovation Stream asked for it.")
        portal_offer = flag("employer.undertakes.portal_offer", "Will the employer submit the offer in the Employer Portal and pay the compliance fee?", "A permit without an assessment needs it.")


class goals:  # noqa: N801
    """What the worker wants."""

    countries = several("goals.countries", "country", "Which countries would you go to?", "Others are left out of the plan.")
    in_quebec = flag("goals.in_quebec", "Do you intend to live in Quebec?", "Quebec selects its own immigrants; the federal classes are for the rest of Canada.", field="goals.in_quebec")
    keep_job = flag("goals.keep_job", "Do you want to keep your present job?", "Ways to another employer, or to a business of your own, then come last.")
    confidence = number("goals.confidence", SHARE, "How sure must the plan be? (0.9 is nine in ten)", "Kept for the day on which times are known as odds: now each latest safe start is given as two days, for published standards and for the slowest times.", highest=10000)
