"""What can be known of the worker and of the spouse or partner."""

# One line a fact, so that the vocabulary reads as a list.
# fmt: off

from __future__ import annotations

import math

from landed.expr.units import CAD, COUNT, DAYS, MONTHS, PERCENT, PERSONS, YEARS
from landed.facts._declare import choice, code, day, flag, language, number, several
from landed.facts._quebec import Quebec, SpouseQuebec

FAMILY = ("single", "married", "common_law", "separated", "divorced", "widowed")
LEVELS = (
    "none", "secondary", "one_year", "two_year", "bachelor", "two_or_more", "master", "professional", "doctoral",
)
"""Levels of education, from the lowest; `bachelor` is also any other program of three years or more."""
STATUSES = (
    "H-1B", "H-1B1", "E-3", "TN", "L-1A", "L-1B", "O-1", "E-1", "E-2", "J-1", "F-1", "F-1 OPT", "F-1 STEM OPT",
    "H-4", "L-2", "B-1", "B-2", "green_card", "citizen", "other", "none",
)
STUDY = ("none", "one_or_two_years", "three_plus_years")
EDUCATION_PLACES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT", "abroad")
I140_CATEGORIES = ("EB-1", "EB-2", "EB-3")
PETITIONS = ("extension", "change_of_employer", "change_of_status", "amendment", "cap", "other", "none")
CANADIAN_PERMITS = (
    "none", "lmia", "C61", "C62", "C63", "T34", "T35", "T36", "T37", "T38", "T41", "T42", "T43", "T44", "T46", "T47", "T48",
    "F12", "F22", "F32", "F42", "F52", "F60", "F61", "F62", "F63", "F65", "F66", "F67", "F70", "F71", "F72", "F74", "T33",
    "T50", "T51", "T52", "T54", "T55", "C10", "C11", "C16", "C21", "C88", "H1BP", "C43", "A75", "pr_linked", "family", "other",
)
"""Work permits of Canada by their exemption code since 15 December 2022 (`lmia`: on an assessment; `pr_linked`: A73, A76,
A77, C18, C60, T10, T13; `family`: C41 to C49)."""
CANADIAN_STATUSES = ("worker", "student", "visitor", "resident_permit", "maintained", "restorable", "none")
CANADIAN_PROGRAMS = ("bachelor", "master", "doctorate", "professional", "other_university", "not_degree")
PR_CLASSES = (
    "federal_skilled_worker", "canadian_experience", "federal_skilled_trades", "provincial_nominee", "quebec_skilled",
    "agri_food", "caregiver", "start_up_visa", "other", "none",
)
PR_STAGES = ("none", "filed", "complete", "eligible")

_CRS = "It gives points in Express Entry and in several provinces."
_EDUCATION = "From the diploma; list the studies under `education` and it is worked out."
_WORK = "From contracts and letters; list the jobs under `experience` and it is worked out."
_I94 = "On the I-94 record, at the website of U.S. Customs and Border Protection."
_I797 = "On the approval notice, form I-797."


class worker:  # noqa: N801 - written in rules as the person: worker.age
    """The person whose right to work may end."""

    birth_date = day("worker.birth_date", "When were you born?", _CRS, "In the passport.")
    age = number(
        "worker.age", YEARS, "How old are you?", _CRS, "In the passport.",
        highest=120, field="worker.birth_date", moves="age",
    )
    citizenships = several(
        "worker.citizenships", "country", "Of which countries are you a citizen?",
        "Treaties open routes to citizens of some countries, and visas are asked of others.", "In your passports.",
    )
    permanent_residences = several(
        "worker.permanent_residences",
        "country",
        "Of which countries are you a permanent resident, without being a citizen?",
        "A few trade agreements reach permanent residents too.",
        "On the residence card.",
    )
    citizenships_stated = flag("worker.citizenships_stated", "Are your citizenships given in the case?", field="worker.citizenships")
    wto_member_citizen = flag("worker.wto_member_citizen", "Are you a citizen of a member of the World Trade Organization?", "Its agreement on services opens short permits to some professionals.", "Most countries are members: on the WTO's list.")
    post_secondary_years = number("worker.post_secondary_years", YEARS, "How many years of study after secondary school have you completed?", "Some agreements count them.", "From the diplomas.", highest=20, moves="grows")
    country_of_birth = code(
        "worker.country_of_birth", "country", "In which country were you born?",
        "The U.S. queue for a green card is by country of birth, not of citizenship.", "In the passport.",
    )
    residence = code("worker.residence", "country", "In which country do you live?", "Some routes ask where you reside lawfully.")
    location = code(
        "worker.location", "country", "In which country are you now?",
        "Where you are decides where you may apply, and which office decides.",
    )
    applies_from = code("worker.applies_from", "country", "From which country would you apply?", "Published times are by the country applied from.", "Where you are when you apply; else where you live.", field="worker.location")
    in_canada = flag("worker.in_canada", "Are you in Canada now?", field="worker.location")
    in_united_states = flag("worker.in_united_states", "Are you in the United States now?", field="worker.location")
    passport_expires = day(
        "worker.passport_expires", "On which day does your passport expire?",
        "A permit is not given beyond the passport's last day.", "In the passport.",
    )
    family = choice(
        "worker.family", FAMILY, "What is your family status?",
        "A spouse or partner changes the points, the funds needed, and who may come along.",
    )
    children_count = number(
        "worker.children_count", PERSONS, "How many dependent children do you have?",
        "They count in the funds needed, and may come along.", highest=30, field="children",
    )
    oldest_child_birth_date = day("worker.oldest_child_birth_date", "When was your oldest child born?", "Children age out of a parent's status.", field="children")
    oldest_child_under_22_birth_date = day("worker.oldest_child_under_22_birth_date", "When was the oldest of your children who are still under 22 born? (`none` if there is none)", "Canada takes a child as a dependant until the day before the 22nd birthday.", none=math.inf, field="children")
    oldest_child_under_21_birth_date = day("worker.oldest_child_under_21_birth_date", "When was the oldest of your children who are still under 21 born? (`none` if there is none)", "In the United States a child follows a parent's status until the day before the 21st birthday.", none=math.inf, field="children")
    youngest_child_birth_date = day("worker.youngest_child_birth_date", "When was your youngest child born?", "Children age out of a parent's status.", field="children")
    children_coming = number("worker.children_coming", PERSONS, "How many dependent children would come along, who are not citizens of Canada?", "Fees are paid for them; a child who stays behind pays none.", highest=30, field="children")
    oldest_child_coming_birth_date = day("worker.oldest_child_coming_birth_date", "When was the oldest of the children who would come along born? (`none` if none would)", "Biometrics are given from the age of 14.", none=math.inf, field="children")
    family_size = number(
        "worker.family_size", PERSONS, "How many are you, with a spouse or partner and dependent children?",
        "Settlement funds are set by the size of the family, those who stay behind included.",
        lowest=1, highest=32,
    )

    education_level = choice(
        "worker.education_level", LEVELS, "What is the highest level of education you have completed?",
        _CRS, _EDUCATION, field="worker.education", moves="grows",
    )
    education_fields = several("worker.education_fields", "text", "In which fields are your degrees?", "Some professions ask for a degree in the field.", _EDUCATION, field="worker.education")
    education_assessed = flag(
        "worker.education_assessed", "Is your highest credential Canadian, or assessed as equal to a Canadian one?",
        "Studies outside Canada count for points only with an educational credential assessment.",
        "On the assessment report.", field="worker.education",
    )
    education_assessed_on = day("worker.education_assessed_on", "On which day was your highest foreign credential assessed?", "An assessment is valid for five years.", "On the assessment report.", none=math.inf, field="worker.education")
    education_counted = choice("worker.education_counted", LEVELS, "Which is the highest level of education of which your credentials are Canadian, or assessed in the last five years?", "Only such credentials give points in Express Entry.", "On the diplomas and the assessment reports.", field="worker.education", moves="grows")
    study_in_canada_two_years = flag("worker.study_in_canada_two_years", "Did you study full-time in Canada for two academic years, in a program of at least two years?", "The federal skilled worker grid gives points for it.", "From the Canadian transcript.", field="worker.education")
    us_masters_or_higher = flag(
        "worker.us_masters_or_higher", "Do you have a master's degree or higher from a U.S. institution?",
        "The H-1B lottery has 20,000 places more for such degrees.", _EDUCATION, field="worker.education",
    )
    post_secondary_diploma_two_years = flag(
        "worker.post_secondary_diploma_two_years", "Do you have a diploma or degree of two years or more after secondary school?",
        "Some permits ask for it.", _EDUCATION, field="worker.education",
    )
    canadian_study = choice(
        "worker.canadian_study", STUDY, "How long was the longest program you completed in Canada after secondary school?",
        _CRS, "From the Canadian diploma.", field="worker.education", moves="grows",
    )
    trade_certificate = flag("worker.trade_certificate", "Do you hold a Canadian certificate of qualification in a trade?", _CRS, "Issued by a province or a federal body.")
    licensed_in_profession = flag("worker.licensed_in_profession", "Are you licensed where you will work, if the profession asks for a license?", "Regulated professions may not be practised without one.")
    years_in_profession = number("worker.years_in_profession", YEARS, "For how many years have you worked in this profession?", "Some permits ask for experience in place of a degree.", _WORK, highest=70, moves="grows")

    degree_fits_profession = flag("worker.degree_fits_profession", "Do you hold the degree that the trade agreement asks for in this profession (a bachelor's degree or licenciatura), in the field or a closely related one?", "Permits for professionals under CUSMA are by profession and credential.", "In the list of professionals of the agreement; the degree may come from any country.")
    professional_license = flag("worker.professional_license", "Do you hold a state or provincial license, or the designation named, in this profession?", "In some professions of the trade agreement it stands in for a degree.", "In the list of professionals of the agreement.")
    post_secondary_diploma_north_america = flag("worker.post_secondary_diploma_north_america", "Do you have a post-secondary diploma of two years or more from Canada or the United States, or such a certificate from Mexico?", "With three years of experience it stands in for a degree in some professions of the trade agreement.", "From the diploma.")
    disaster_claims_training = flag("worker.disaster_claims_training", "Have you been trained in adjusting disaster relief insurance claims?", "The trade agreement asks it of such adjusters.")
    licenciatura_in_profession = flag("worker.licenciatura_in_profession", "Do you hold a licenciatura in this profession?", "For psychologists and registered nurses it stands in for the license; a bachelor's degree does not.", "The diploma, as a rule of Latin America.")
    technician_under_professional = flag("worker.technician_under_professional", "Do you know the theory of one of the sciences named for technicians, can you apply it, and would you directly support a professional in it who supervises you?", "The trade agreement asks this of scientific technicians in place of a degree.", "In the list of professionals of the agreement.")
    controls_employer = flag("worker.controls_employer", "Do you own or control the business you would work for?", "Some permits are for employees only, some for owners only.")
    six_months_in_designated_country = flag("worker.six_months_in_designated_country", "In the last year, have you lived six months or more in a row in a country for which Canada asks a medical exam?", "A stay of more than six months then needs a medical exam.", "On Canada's list of countries and territories that require a medical exam.")
    specialized_experience_years = number("worker.specialized_experience_years", YEARS, "How many years of specialized experience for this position do you have?", "Category A of the Global Talent Stream asks for five, or for an advanced degree.", _WORK, highest=70, moves="grows")

    us_degree_or_equivalent = flag("worker.us_degree_or_equivalent", "Do you hold a U.S. bachelor's degree or higher in a field that fits the job, or its equivalent?", "An H-1B job asks for it; foreign degrees and experience are evaluated.", "On the diploma, or the credential evaluation.")

    english = language("worker.english", "English", "your", "CLB")
    french = language("worker.french", "French", "your", "NCLC")
    first_language = choice("worker.first_language", ("english", "french"), "Which official language do you claim as your first?", _CRS, "The one with the better results, as a rule.")

    canadian_work_years = number(
        "worker.canadian_work_years", YEARS, "How many full years of skilled work in Canada have you completed in the last ten years?",
        _CRS, _WORK, highest=10, field="worker.experience", moves="years",
    )
    foreign_work_years = number(
        "worker.foreign_work_years", YEARS, "How many full years of skilled work outside Canada have you completed in the last ten years?",
        _CRS, _WORK, highest=10, field="worker.experience", moves="years",
    )
    skilled_work_years = number(
        "worker.skilled_work_years", YEARS, "How many full years of skilled work, in any country, have you completed in the last ten years?",
        "The federal skilled worker grid counts them.", _WORK, highest=10, field="worker.experience", moves="years",
    )
    skilled_year_in_canada = flag("worker.skilled_year_in_canada", "Have you ever worked full-time for a year in Canada, under a work permit, in TEER 0 to 3?", "The federal skilled worker grid gives points for it, however long ago it was.", _WORK, field="worker.experience")
    canadian_work_months_in_three_years = number(
        "worker.canadian_work_months_in_three_years", MONTHS, "How many full months of skilled work in Canada that counts lie in the last three years? (Work for yourself does not count, but for a physician's publicly funded services.)",
        "The Canadian experience class asks for twelve.", _WORK, highest=36, field="worker.experience", moves="years",
    )
    self_employed_medical_months = number(
        "worker.self_employed_medical_months", MONTHS, "For how many full months of the last three years have you worked for yourself as a physician in Canada, in publicly funded medical services?",
        "The Canadian experience class counts them for invitations since 25 April 2023, though other work for oneself does not count.", _WORK, highest=36, field="worker.experience", moves="years",
    )
    continuous_skilled_months = number(
        "worker.continuous_skilled_months", MONTHS, "For how many months without a break, in the last ten years, have you worked in one skilled occupation?",
        "The federal skilled worker class asks for twelve in a row.", _WORK, highest=120, field="worker.experience", moves="years",
    )
    occupations_for_a_year = several(
        "worker.occupations_for_a_year", "noc", "In which occupations have you worked for a year or more, in all, in the last three years?",
        "Rounds for one category ask for experience in an occupation on its list.", _WORK, field="worker.experience",
    )
    occupations_for_six_months_on_end = several(
        "worker.occupations_for_six_months_on_end", "noc", "In which occupations have you worked for six months without a break in the last three years?",
        "Rounds for one category asked for it until February 2026.", _WORK, field="worker.experience",
    )

    french_habitual = flag("worker.french_habitual", "Is French the language you usually speak?", "Until June 2023 Francophone Mobility asked for it.")
    self_employed_abroad = flag("worker.self_employed_abroad", "Are you self-employed outside Canada?", "Some agreements open a way to independent professionals.")
    leaves_after_business = flag("worker.leaves_after_business", "Is there a plan to leave Canada, or to hand the business over, when the permit ends?", "An owner's temporary permit is not a way to stay for good.")
    business_funds = flag("worker.business_funds", "Have you money to live on for the stay, and other money for the business, and can you show where it comes from?", "An owner's permit asks for both.")
    business_share = number("worker.business_share", PERCENT, "What percentage of the business in Canada do you own or control?", "An owner's permit asks for more than half.", "In the share register.", highest=10000)
    uncommon_group_knowledge = flag("worker.uncommon_group_knowledge", "Do you know the group's own product, process, or method in a way that is uncommon, and can papers show it?", "Transfers for specialized knowledge rest on it.", "Training records, patents, project papers, letters.")

    canadian_work_teer = number("worker.canadian_work_teer", COUNT, "In which TEER category was most of your work in Canada in the last three years?", "The Canadian experience class asks for better language results in TEER 0 and 1.", "It is the second digit of the 2021 code.", highest=5, field="worker.experience")
    occupations_in_canada_for_a_year = several("worker.occupations_in_canada_for_a_year", "noc", "In which occupations have you worked in Canada for a year or more, in all, in the last three years?", "Some categories ask for experience in Canada.", _WORK, field="worker.experience")
    occupations_for_two_years_in_five = several("worker.occupations_for_two_years_in_five", "noc", "In which occupations have you worked for two years or more, in all, in the last five years?", "The federal skilled trades class asks for it.", _WORK, field="worker.experience")
    settlement_funds = number("worker.settlement_funds", CAD, "How much money of your own have you to settle with, in Canadian dollars, unborrowed and at hand?", "Two of the three federal classes ask for it; home equity does not count.", "On letters of your banks.")
    foreign_military_years = number("worker.foreign_military_years", YEARS, "For how many years have you served in the military of a country that Canada recognizes for it?", "Rounds for military recruits ask for ten.", highest=60)
    canadian_forces_offer_years = number("worker.canadian_forces_offer_years", YEARS, "For how many years do the Canadian Armed Forces offer you a post? (0 if they do not)", "Rounds for military recruits ask for three.", highest=60)

    sibling_in_canada = flag(
        "worker.sibling_in_canada", "Do you, or does your spouse or partner, have a brother or sister in Canada who is a citizen or permanent resident and 18 or older?",
        _CRS, field="worker.canada.relatives",
    )
    relative_in_canada = flag("worker.relative_in_canada", "Do you or your spouse have a close relative in Canada who is a citizen or permanent resident?", "The federal skilled worker grid gives points for it.", field="worker.canada.relatives")
    provincial_nomination = flag("worker.provincial_nomination", "Has a Canadian province or territory nominated you?", "A nomination gives 600 points.", "On the nomination certificate.")
    us_permanent_resident = flag("worker.us_permanent_resident", "Are you a lawful permanent resident of the United States?", "Some treaties and exemptions reach permanent residents too.", "On the green card.", field="worker.us_status.class")
    nomination_through_express_entry = flag("worker.nomination_through_express_entry", "Is the nomination one through Express Entry (an enhanced nomination)?", "It then gives 600 points and an invitation; other nominations lead to an application of their own, which takes longer.", "In the letter of nomination.")

    enhanced_nomination = flag("worker.enhanced_nomination", "Has a Canadian province or territory nominated you through Express Entry?", "Such a nomination gives 600 points; any other leads to an application of its own.", "In the letter of nomination.", field="worker.provincial_nomination")

    related_work_months = number("worker.related_work_months", MONTHS, "How many full months of full-time work, or as much part-time, have you done in the occupation of the job offered or one directly related to it, in the last ten years?", "Provinces give points for it.", _WORK, highest=120, field="worker.experience", moves="years")
    any_related_work = flag("worker.any_related_work", "Have you any experience at all in the occupation of the job offered or one directly related?", "British Columbia gives a point for less than a year.", _WORK)
    related_work_months_in_canada = number("worker.related_work_months_in_canada", MONTHS, "How many of those months were in Canada?", "Provinces give points for it.", _WORK, highest=120, moves="years")
    works_in_offered_job = flag("worker.works_in_offered_job", "Do you now work full-time for this employer, in the province and in the occupation of the offer?", "Provinces give points for it.")
    months_in_offered_job = number("worker.months_in_offered_job", MONTHS, "For how many full months, up to now and without a break, have you worked for this employer in the job offered, in the province?", "Ontario asks for it or for other experience, and gives points.", "From the contract; 0 if you do not work there.", highest=600, moves="years")
    months_in_offered_job_in_two_years = number("worker.months_in_offered_job_in_two_years", MONTHS, "For how many months, in all, of the last two years have you worked for this employer in the job offered?", "Ontario asks for nine where the job is in TEER 4 or 5.", highest=24, moves="years")
    occupation_months_in_five_years = number("worker.occupation_months_in_five_years", MONTHS, "How many full months of full-time work have you done in the occupation of the job offered in the last five years?", "Ontario, Alberta, and Quebec ask for it.", _WORK, highest=60, field="worker.experience", moves="years")
    work_months = number("worker.work_months", MONTHS, "How many months of full-time work experience have you in all?", "Alberta gives points for it.", _WORK, highest=720, moves="years")
    province_work_months = number("worker.province_work_months", MONTHS, "How many months of full-time work experience have you in the province of the job?", "Provinces favor those who have worked there.", _WORK, highest=720, moves="years")
    canada_work_months = number("worker.canada_work_months", MONTHS, "How many months of full-time work experience have you in Canada, in all provinces together?", "Alberta gives points for it.", _WORK, highest=720, moves="years")
    study_provinces = several("worker.study_provinces", "text", "In which provinces or territories of Canada (BC, ON, ...) have you completed a program after secondary school?", "Provinces give points for studies there, and fewer for studies elsewhere in Canada.", "From the Canadian diplomas; [] if in none.")
    education_province = choice("worker.education_province", EDUCATION_PLACES, "Where did you complete your highest level of education: in which province or territory, or outside Canada (abroad)?", "Alberta gives points for it.", "From the diploma.")
    recent_graduate_of_province = flag("worker.recent_graduate_of_province", "Did you graduate in the province of the job within the last three years?", "Ontario asks less of such graduates.", "From the diploma.")
    relative_in_province = flag("worker.relative_in_province", "Does a parent, child, brother, or sister of yours live in the province of the job as a citizen or permanent resident?", "Alberta gives points for it.")
    family_income_in_canada = number("worker.family_income_in_canada", CAD, "How much would the family earn a year in Canada, from the job offered and other work there?", "British Columbia sets a lowest family income.", "From the offers and contracts.")
    canadian_yearly_earnings = number("worker.canadian_yearly_earnings", CAD, "How much did you earn in Canada in a year, as tax papers show? (0 if you have not worked there)", "Ontario gives points for it.", "On the notice of assessment of the Canada Revenue Agency.")
    work_months_in_five_years = number("worker.work_months_in_five_years", MONTHS, "How many full months of full-time work have you done in the last five years?", "Quebec and the Atlantic program count them.", _WORK, highest=60, field="worker.experience", moves="years")
    employed_months_in_five_years = number("worker.employed_months_in_five_years", MONTHS, "How many full months of full-time work in TEER 0 to 4 have you done as an employee in the last five years, with a permit where it was in Canada?", "The Atlantic program asks for twelve.", _WORK, highest=60, field="worker.experience", moves="years")
    occupation_months_in_thirty = number("worker.occupation_months_in_thirty", MONTHS, "How many of the last 30 months have you worked full-time in the occupation of the job, in any country?", "Alberta asks for 24.", _WORK, highest=30, moves="years")
    province_occupation_months_in_eighteen = number("worker.province_occupation_months_in_eighteen", MONTHS, "How many of the last 18 months have you worked full-time in the occupation of the job, in its province?", "Alberta asks for 12.", _WORK, highest=18, moves="years")
    canadian_credentials = number("worker.canadian_credentials", COUNT, "How many diplomas after secondary school have you from Canada?", "Ontario gives points for them.", "The diplomas themselves.", highest=10)
    education_field_group = choice("worker.education_field_group", ("stem_health_trades", "business_social", "arts", "other"), "In which group of fields is your highest diploma?", "Ontario gives points for it.")
    study_ontario_area = choice("worker.study_ontario_area", ("none", "toronto", "rest_of_gta", "north", "elsewhere"), "In which part of Ontario did you study?", "Ontario gives points for it.")
    regulated_and_licensed = flag("worker.regulated_and_licensed", "Is the occupation regulated in the province of the job, and do you hold its license?", "Alberta gives points for it, and Ontario then asks no experience.", "From the regulator.")
    education_related_to_job = flag("worker.education_related_to_job", "Is your education after secondary school related to the job offered?", "Saskatchewan asks for it.")
    quebec_selection_certificate = flag("worker.quebec_selection_certificate", "Has Quebec issued a selection certificate (CSQ) to you?", "Permanent residence in Quebec stands on it.", "The certificate.")
    quebec = Quebec
    bc_professional_designation = flag("worker.bc_professional_designation", "Do you hold a professional designation of British Columbia that its registration system counts?", "It gives points there.", "In the program guide of the province.")
    bc_regional_experience_or_study = flag("worker.bc_regional_experience_or_study", "Have you worked or studied in British Columbia outside Metro Vancouver, so that the registration system counts it?", "It gives points for jobs outside Metro Vancouver.", "In the program guide of the province.")
    unauthorized_work_in_canada_last_six_months = flag("worker.unauthorized_work_in_canada_last_six_months", "Have you worked or studied in Canada without authorization in the last six months?", "A work permit is then refused, with few exceptions.")

    class us_status:  # noqa: N801
        """The worker's status in the United States."""

        class_ = choice(
            "worker.us_status.class", STATUSES, "What is your status in the United States?",
            "It decides what ends when, and which routes start from it.", _I94,
        )
        nonimmigrant_stated = flag("worker.us_status.nonimmigrant_stated", "Is it said in the case that the status is a nonimmigrant one?", field="worker.us_status.class")
        citizen_stated = flag("worker.us_status.citizen_stated", "Is it said in the case that the worker is a citizen of the United States?", field="worker.us_status.class")
        permanent_resident_stated = flag("worker.us_status.permanent_resident_stated", "Is it said in the case that the worker is a permanent resident of the United States?", field="worker.us_status.class")
        i94_expires = day("worker.us_status.i94_expires", "Until which day does your I-94 admit you?", "Your stay is authorized until then; `none` where it says D/S.", _I94, none=math.inf)
        petition_expires = day("worker.us_status.petition_expires", "Until which day is your petition approved?", "Your work is authorized until then.", _I797)
        authorized_until = day("worker.us_status.authorized_until", "Until which day are you authorized to work?", "The earlier of the I-94 and the petition decides.", _I797, field="worker.us_status.i94_expires")
        authorized_until_stated = flag("worker.us_status.authorized_until_stated", "Is it said in the case when the stay or the petition ends?", field="worker.us_status.i94_expires")
        works_until = day("worker.us_status.works_until", "Until which day may you work in your present job?", "The stay, the petition, or the last day of the job ends it, whichever comes first.", _I797, field="worker.us_status.i94_expires")
        first_h1b_admission = day("worker.us_status.first_h1b_admission", "When were you first admitted in, or changed to, H-1B status?", "H-1B status is limited to six years.", _I94, none=math.inf)
        days_abroad_in_h1b = number("worker.us_status.days_abroad_in_h1b", DAYS, "How many full days have you spent outside the United States while in H-1B status?", "They can be added to the six years.", "From the travel history of the I-94 website.", highest=3000)
        last_day_worked = day("worker.us_status.last_day_worked", "Which was your last day of work? (`none` if still employed)", "The grace period runs from it, whatever the severance.", "In the notice of termination.", none=math.inf)
        laid_off = flag("worker.us_status.laid_off", "Has your job ended?", "The grace period runs.", field="worker.us_status.last_day_worked")
        job_end_stated = flag("worker.us_status.job_end_stated", "Is it said in the case that the job has ended?", field="worker.us_status.last_day_worked")
        last_day_is_fixed = flag("worker.us_status.last_day_is_fixed", "Is it known on which day your job will end, or has ended?", "The grace period can then be counted ahead.", "In the notice of termination.", field="worker.us_status.last_day_worked")
        grace_used = flag("worker.us_status.grace_used", "Have you used a 60-day grace period since your present status was approved?", "It is given once in each authorized period.")
        grace_used_stated = flag("worker.us_status.grace_used_stated", "Is it said in the case that a 60-day grace period was used?", field="worker.us_status.grace_used")
        visa_stamp_expires = day("worker.us_status.visa_stamp_expires", "Until which day is the visa in your passport valid? (`none` if there is none)", "It is needed to come back, not to stay.", "In the passport.", none=-math.inf)
        opt_ends = day("worker.us_status.opt_ends", "On which day does your OPT or STEM OPT end?", "Your work is authorized until then.", "On the employment authorization card.")
        stem_degree = flag("worker.us_status.stem_degree", "Is your practical training based on a U.S. bachelor's, master's, or doctoral degree in science, technology, engineering, or mathematics that is on the official list?", "Only such degrees give the 24 months more.", "The code of the program on your I-20, and the STEM Designated Degree Program List.")
        stem_extensions_used = number("worker.us_status.stem_extensions_used", COUNT, "How many STEM extensions of practical training have you been given so far, in your life?", "There are at most two.", "From your I-20s and employment cards; `0` if none.", highest=10)
        stem_degree_is_higher = flag("worker.us_status.stem_degree_is_higher", "Is that degree of a higher level than the one on which the first STEM extension was based?", "A second extension needs a higher degree.", "From the diplomas.")
        unemployed_days = number("worker.us_status.unemployed_days", DAYS, "On how many days of your practical training so far, today among them, were you without a job?", "More than 90 before the STEM extension, or 150 in all, end the status.", "In your school's record of your jobs (SEVP Portal).", highest=2000)
        cap_counted = flag("worker.us_status.cap_counted", "Have you been counted against the H-1B cap in the last six years?", "Who has been counted is not counted again.", _I797)
        h1b_selected = flag("worker.us_status.h1b_selected", "Was a registration for you selected in this season's H-1B draw?", "Only a selected registration opens a petition under the cap.", "In the employer's USCIS account, or from counsel.")
        h1b_draw_ahead_stated = flag("worker.us_status.h1b_draw_ahead_stated", "Is it said, by a plan that supposes the selection, that the draw is still ahead?", field="worker.us_status.h1b_selected")
        h1b_file_until = day("worker.us_status.h1b_file_until", "Until which day may the petition of the selected registration be filed?", "After it the selection is lost.", "On the selection notice.")
        h1b_file_until_stated = flag("worker.us_status.h1b_file_until_stated", "Is it said in the case until when the petition of the selected registration may be filed?", field="worker.us_status.h1b_file_until")
        unauthorized_work = flag("worker.us_status.unauthorized_work", "Have you worked in the United States without authorization since your last admission?", "It takes away the right to change employers while a petition is pending.")
        dismissed = flag("worker.us_status.dismissed", "Did the employer end the job, rather than you?", "The employer then owes the cost of the journey home.", "In the notice of termination.")
        green_card_case_denied = flag("worker.us_status.green_card_case_denied", "Has that labor certification, I-140, or green card application been finally denied, revoked, or closed?", "It then no longer lifts the six-year limit.", "From the employer's counsel.")
        adjustment_year_missed = flag("worker.us_status.adjustment_year_missed", "Did a year pass in which a green card number was available to you and you did not apply?", "Extensions a year at a time are then lost.", "From counsel, with the Visa Bulletin.")
        priority_date_current = flag("worker.us_status.priority_date_current", "Is an immigrant visa number available for your priority date today?", "Three-year extensions are for those who must wait for one.", "In the Visa Bulletin of the month.")
        i140_approved = flag("worker.us_status.i140_approved", "Has an immigrant petition (I-140) for you been approved?", "It lifts the six-year limit and keeps your place in the queue.", _I797, field="worker.us_status.i140")
        labor_certification_filed = day("worker.us_status.labor_certification_filed", "On which day was a labor certification (PERM) or an I-140 filed for you? (`none` if never)", "A year after it, H-1B status can be extended beyond six years.", "From the employer's counsel.", none=math.inf)
        pending_petition_stated = flag("worker.us_status.pending_petition_stated", "Is a pending petition given in the case?", field="worker.us_status.pending_petition")

        class i140:  # noqa: N801
            """The immigrant petition; `i140: none` where there is none."""

            category = choice("worker.us_status.i140.category", I140_CATEGORIES, "In which category is the I-140?", "Each has its own queue.", _I797)
            filed = day("worker.us_status.i140.filed", "When was the I-140 filed?", "", _I797)
            approved = day("worker.us_status.i140.approved", "When was the I-140 approved? (`none` if not yet)", "180 days after it, a withdrawal no longer takes it away.", _I797, none=math.inf)
            priority_date = day("worker.us_status.i140.priority_date", "What is the priority date?", "It is your place in the queue.", _I797)
            withdrawn = day("worker.us_status.i140.withdrawn", "On which day was the I-140 withdrawn? (`none` if it was not)", "", "From the employer's counsel.", none=math.inf)

        class pending_petition:  # noqa: N801
            """A petition that is filed and not decided; `pending_petition: none` where there is none."""

            filed = day("worker.us_status.pending_petition.filed", "When was the pending petition filed?", "Work can go on while some petitions are pending.", "On the receipt notice, form I-797C.")
            kind = choice("worker.us_status.pending_petition.kind", PETITIONS, "What does the pending petition ask for?", "", "On the receipt notice, form I-797C.")

    class canada:  # noqa: N801
        """What ties the worker to Canada already; the stays, studies, and relatives are lists."""

        days_present_in_twelve_months = number("worker.canada.days_present_in_twelve_months", DAYS, "On how many days of the last twelve months were you in Canada?", "Short permits are limited in the year.", highest=366, field="worker.canada.stays")
        short_term_exemption_on = day("worker.canada.short_term_exemption_on", "On which day did you begin your last work in Canada under the 15-day, 30-day, or 120-day exemption? (`none` if never)", "The next one has to wait.", "On the visitor record.", none=-math.inf)
        days_present_in_five_years = number("worker.canada.days_present_in_five_years", DAYS, "On how many days of the last five years were you in Canada?", "A permanent resident needs 730; any part of a day counts.", highest=1827, field="worker.canada.stays")

        permit = choice("worker.canada.permit", CANADIAN_PERMITS, "Which Canadian work permit do you hold, or will you hold once it is approved?", "What the family may have, and how long you may stay, follows from it.", "The exemption code is printed on the permit.")
        permit_approved = flag("worker.canada.permit_approved", "Are you authorized to work in Canada, or has your work permit been approved?", "The family's permits follow from it.", "On the permit or the letter of introduction.")
        permit_expires = day("worker.canada.permit_expires", "Until which day is your Canadian work permit valid?", "What depends on it needs some months left.", "On the permit.", none=-math.inf)
        permit_expiry_stated = flag("worker.canada.permit_expiry_stated", "Is the last day of the Canadian permit given in the case?", field="worker.canada.permit_expires")
        permit_months = number("worker.canada.permit_months", MONTHS, "For how many more months is your Canadian permit valid?", "What depends on it needs some months left.", highest=120, field="worker.canada.permit_expires")
        first_permit_months = number("worker.canada.first_permit_months", MONTHS, "For how many months was your first Canadian work permit given?", "Some renewals only make up what the first permit lacked.", "On the permit.", highest=120)
        transferee_months = number("worker.canada.transferee_months", MONTHS, "For how many months have you worked in Canada as a transferee within a group of companies, under any code?", "Such permits are limited in all.", "From your permits; `0` if never.", highest=600)
        transferee_months_same_code = number("worker.canada.transferee_months_same_code", MONTHS, "For how many months have you worked in Canada under this very category of transfer?", "Until October 2024 each category was counted by itself.", "From your permits; `0` if never.", highest=600)
        year_abroad_since_transfer = flag("worker.canada.year_abroad_since_transfer", "Since your last transfer to Canada, have you worked full-time for the group outside Canada for a year?", "The limit then starts again.")
        status = choice("worker.canada.status", CANADIAN_STATUSES, "What is your status in Canada?", "Some applications may be made inside Canada only by those who hold a status there.", "On the permit, visitor record, or stamp.")
        works_under_exemption = flag("worker.canada.works_under_exemption", "Do you work in Canada without a permit under an exemption (as a performer, an athlete, a member of the clergy, and the like), business visits left out?", "Who does may apply for a work permit inside Canada.")
        status_expires = day("worker.canada.status_expires", "On which day does your status in Canada end?", "After it there are 90 days to restore it.", "On the permit or visitor record; six months after entry where neither says otherwise.", none=math.inf)
        last_entry = day("worker.canada.last_entry", "On which day did you last enter Canada as a visitor?", "A visitor may stay six months, unless the officer wrote another day.", "On the stamp.", none=-math.inf)
        extension_filed = day("worker.canada.extension_filed", "On which day did you apply in Canada to extend your work permit? (`none` if you did not)", "Whoever applied in time may stay, and go on working, until the decision.", "On the confirmation of receipt.", none=math.inf)
        new_employer_filed = flag("worker.canada.new_employer_filed", "Have you applied in Canada, while your status was valid, for a work permit with a new employer?", "A policy may let you start there before the decision.", "On the confirmation of receipt.")
        same_conditions = flag("worker.canada.same_conditions", "Do you go on with the same employer, job, and place as on the permit?", "While an extension is pending, only that work is authorized.")
        planned_stay_months = number("worker.canada.planned_stay_months", MONTHS, "For how many months would you stay in Canada?", "A visitor may stay six months, unless an officer decides otherwise.", highest=120)
        arrives_by_air = flag("worker.canada.arrives_by_air", "Would you arrive in Canada by air?", "An electronic travel authorization is asked of air travelers only.")
        visa_in_ten_years = flag("worker.canada.visa_in_ten_years", "Have you held a Canadian visitor visa in the last ten years?", "Citizens of some countries may then fly with an electronic travel authorization.")
        iec_citizenship = code("worker.canada.iec_citizenship", "country", "On which of your citizenships would you rely for International Experience Canada?", "Each country has its own agreement.", "In your passports.")
        iec_insured = flag("worker.canada.iec_insured", "Will you have health insurance for your whole stay under International Experience Canada?", "Without it the permit is shortened or refused.")
        iec_participations = number("worker.canada.iec_participations", COUNT, "How often have you taken part in International Experience Canada?", "Each agreement says how often one may.", highest=10)
        pr_class = choice("worker.canada.pr_class", PR_CLASSES, "In which class have you applied for permanent residence in Canada?", "A bridging permit is for some classes only.", "On the acknowledgment of receipt.")
        pr_stage = choice("worker.canada.pr_stage", PR_STAGES, "How far is your application for permanent residence: filed, found complete, or found eligible?", "A bridging permit waits for it.", "In the letters of IRCC.")
        pr_principal = flag("worker.canada.pr_principal", "Are you the principal applicant of it?", "Family members have a permit of another kind.")
        program_level = choice("worker.canada.program_level", CANADIAN_PROGRAMS, "Which level had the program you completed in Canada?", "It decides the length of the permit after graduation.", "On the diploma.")
        program_months = number("worker.canada.program_months", MONTHS, "How many months long is that program?", "It decides the length of the permit after graduation.", "In the school's letter.", highest=120)
        program_completed = day("worker.canada.program_completed", "On which day did the school confirm that you completed the program? (`none` if it has not)", "180 days run from it.", "In the letter or transcript.", none=math.inf)
        program_qualifies = flag("worker.canada.program_qualifies", "Did you study full-time at a designated school whose program gives access to the permit after graduation?", "Other schools and programs do not.", "On Canada's list of designated learning institutions.")
        program_field_listed = flag("worker.canada.program_field_listed", "Is the field of study on the list for graduates of programs that give no degree?", "They need a field in demand since November 2024.", "On the list of eligible fields.")
        study_permit_filed = day("worker.canada.study_permit_filed", "On which day did you apply for your study permit?", "Some rules are for later applications only.", "On the confirmation of receipt.", none=math.inf)
        post_graduation_permit_used = flag("worker.canada.post_graduation_permit_used", "Have you had a post-graduation work permit before?", "It is given once in a lifetime.")
        curriculum_license_since_may_2024 = flag("worker.canada.curriculum_license_since_may_2024", "Did you begin, on or after 15 May 2024, a program that a private college teaches under another school's license?", "Such programs do not give the permit.")
        studies_now = flag("worker.canada.studies_now", "Are you, or will you be, a full-time student in Canada?", "A spouse's permit can follow from it.")

        permit_kind = choice("worker.canada.permit_kind", ("none", "work", "study"), "Which valid permit have you for Canada?", "Provinces give points for it, and some ways ask for it.", "On the permit.")
        landed_on = day("worker.canada.landed_on", "On which day did you become a permanent resident of Canada? (`none` if you are not one)", "The five years of the residency obligation begin on it.", "On the confirmation of permanent residence.", none=math.inf)
        landed_on_stated = flag("worker.canada.landed_on_stated", "Is it said in the case whether you are a permanent resident of Canada?", field="worker.canada.landed_on")
        counted_days_abroad = number("worker.canada.counted_days_abroad", DAYS, "On how many days abroad, since you became a permanent resident and in the last five years, did you accompany a Canadian spouse or partner, or work full-time for a Canadian business or public service?", "Such days count as days in Canada.", "0 if none.", highest=1827)
        residency_days = number("worker.canada.residency_days", DAYS, "How many days count for the residency obligation so far: since you became a permanent resident, and of the last five years only?", "A permanent resident needs 730 in every five years; any part of a day in Canada counts.", "From the stays, and the days abroad that count.", highest=1827, field="worker.canada.stays")
        residency_lasts_until = day("worker.canada.residency_lasts_until", "Until which day would you still have 730 counted days in the five years before it, if none came to them?", "After the first five years the obligation looks back at every examination.", "From the stays, and the days abroad that count.", field="worker.canada.stays")

    class startup:  # noqa: N801
        """A business of one's own, backed by an organization that Canada has designated."""

        commitment_on = day("worker.startup.commitment_on", "On which day did a designated organization issue its commitment certificate for your business? (`none` if it has not)", "The start-up class asks for one.", "On the commitment certificate.", none=math.inf)
        organization = choice("worker.startup.organization", ("venture_fund", "angel_group", "incubator"), "Which kind of designated organization is it?", "Each has its own lowest investment.", "On the commitment certificate.")
        investment = number("worker.startup.investment", CAD, "How much does the organization invest?", "Venture funds and angel groups have a lowest investment.", "On the commitment certificate.")
        votes = number("worker.startup.votes", PERCENT, "What percentage of the votes in the business would you hold?", "Each applicant must hold a tenth.", "In the share register.", highest=10000)
        votes_with_organization = number("worker.startup.votes_with_organization", PERCENT, "What percentage of the votes would all applicants and the organization hold together?", "Together they must hold more than half.", "In the share register.", highest=10000)
        applicants = number("worker.startup.applicants", PERSONS, "How many persons apply for this business?", "At most five may.", lowest=1, highest=50)

    class express_entry:  # noqa: N801
        """Where the worker stands in Express Entry already."""

        profile_on = day("worker.express_entry.profile_on", "On which day was your Express Entry profile submitted? (`none` if there is none)", "A profile stands for a year, and the earlier one goes first among equal scores.", "In the account with Immigration, Refugees and Citizenship Canada.", none=math.inf)
        profile_stated = flag("worker.express_entry.profile_stated", "Is it said in the case when the Express Entry profile was submitted?", field="worker.express_entry.profile_on")
        invitation_stated = flag("worker.express_entry.invitation_stated", "Is it said in the case when the invitation to apply came?", field="worker.express_entry.invited_on")
        invited_on = day("worker.express_entry.invited_on", "On which day were you invited to apply for permanent residence? (`none` if you were not)", "The time to apply runs from it.", "On the invitation, in the same account.", none=math.inf)

    class history:  # noqa: N801
        """What can stand in the way in any country."""

        refused_before = flag("worker.history.refused_before", "Has any country refused you a visa, a permit, or entry?", "Every form asks it.", field="worker.history.refusals")
        overstayed_before = flag("worker.history.overstayed_before", "Have you stayed anywhere longer than you were allowed?", "It can bar you from coming back.", field="worker.history.overstays")
        criminality = choice("worker.history.criminality", ("none", "charged", "convicted"), "Have you been charged with or convicted of an offense, anywhere?", "It can make a person inadmissible.")
        misrepresentation = choice("worker.history.misrepresentation", ("none", "alleged", "found"), "Has an authority found, or said, that you misrepresented something?", "It bars from Canada for five years.")


class spouse:  # noqa: N801
    """The worker's spouse or partner; `spouse: none` where there is none."""

    accompanying = flag("spouse.accompanying", "Would a spouse or partner come along?", "Points are then counted on other tables.", field="worker.family")
    birth_date = day("spouse.birth_date", "When was your spouse or partner born?", "", "In the passport.")
    age = number("spouse.age", YEARS, "How old is your spouse or partner?", "", "In the passport.", highest=120, field="spouse.birth_date", moves="age")
    residence = code("spouse.residence", "country", "In which country does your spouse or partner live?", "Some permits of the family ask where its members live.")
    citizenships = several("spouse.citizenships", "country", "Of which countries is your spouse or partner a citizen?", "A spouse's citizenship can open routes of its own.", "In the passports.")
    citizen_or_permanent_resident = flag("spouse.citizen_or_permanent_resident", "Is your spouse or partner a Canadian citizen or permanent resident?", "The points are then counted as for a person alone.")
    education_level = choice("spouse.education_level", LEVELS, "What is the highest level of education your spouse or partner has completed?", _CRS, _EDUCATION, field="spouse.education", moves="grows")
    education_assessed = flag("spouse.education_assessed", "Is that credential Canadian, or assessed as equal to a Canadian one?", "", "On the assessment report.", field="spouse.education")
    education_counted = choice("spouse.education_counted", LEVELS, "Which is the highest level of education of which your spouse's credentials are Canadian, or assessed in the last five years?", _CRS, "On the diplomas and the assessment reports.", field="spouse.education", moves="grows")
    study_in_canada_two_years = flag("spouse.study_in_canada_two_years", "Did your spouse or partner study full-time in Canada for two academic years, in a program of at least two years?", "The federal skilled worker grid gives points for it.", "From the Canadian transcript.", field="spouse.education")
    english = language("spouse.english", "English", "your spouse's", "CLB")
    french = language("spouse.french", "French", "your spouse's", "NCLC")
    first_language = choice("spouse.first_language", ("english", "french"), "In which official language has your spouse or partner the better results?", _CRS)
    quebec = SpouseQuebec
    canadian_work_years = number("spouse.canadian_work_years", YEARS, "How many full years of skilled work in Canada has your spouse or partner completed in the last ten years?", _CRS, _WORK, highest=10, field="spouse.experience", moves="years")
    year_of_work_in_canada = flag("spouse.year_of_work_in_canada", "Has your spouse or partner ever worked full-time for a year in Canada, under a work permit, in any occupation?", "The federal skilled worker grid gives points for it.", _WORK, field="spouse.experience")
