"""What can be known of the worker and of the spouse or partner."""

# One line a fact, so that the vocabulary reads as a list.
# fmt: off

from __future__ import annotations

import math

from landed.expr.units import DAYS, MONTHS, PERSONS, YEARS
from landed.facts._declare import choice, code, day, flag, language, number, several

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
I140_CATEGORIES = ("EB-1", "EB-2", "EB-3")
PETITIONS = ("extension", "change_of_employer", "change_of_status", "amendment", "cap", "other", "none")

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
    country_of_birth = code(
        "worker.country_of_birth", "country", "In which country were you born?",
        "The U.S. queue for a green card is by country of birth, not of citizenship.", "In the passport.",
    )
    residence = code("worker.residence", "country", "In which country do you live?", "Some routes ask where you reside lawfully.")
    location = code(
        "worker.location", "country", "In which country are you now?",
        "Where you are decides where you may apply, and which office decides.",
    )
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
    youngest_child_birth_date = day("worker.youngest_child_birth_date", "When was your youngest child born?", "Children age out of a parent's status.", field="children")
    family_size = number(
        "worker.family_size", PERSONS, "How many are you, with a spouse or partner and dependent children?",
        "Settlement funds are set by the size of the family, those who stay behind included.",
        lowest=1, highest=32, field="worker.family",
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
    years_in_profession = number("worker.years_in_profession", YEARS, "For how many years have you worked in this profession?", "Some permits ask for experience in place of a degree.", _WORK, highest=70, moves="years")

    degree_fits_profession = flag("worker.degree_fits_profession", "Do you hold the degree that the trade agreement asks for in this profession (a bachelor's degree or licenciatura), in the field or a closely related one?", "Permits for professionals under CUSMA are by profession and credential.", "In the list of professionals of the agreement; the degree may come from any country.")
    professional_license = flag("worker.professional_license", "Do you hold a state or provincial license, or the designation named, in this profession?", "In some professions of the trade agreement it stands in for a degree.", "In the list of professionals of the agreement.")
    post_secondary_diploma_north_america = flag("worker.post_secondary_diploma_north_america", "Do you have a post-secondary diploma of two years or more from Canada or the United States, or such a certificate from Mexico?", "With three years of experience it stands in for a degree in some professions of the trade agreement.", "From the diploma.")
    disaster_claims_training = flag("worker.disaster_claims_training", "Have you been trained in adjusting disaster relief insurance claims?", "The trade agreement asks it of such adjusters.")
    technician_under_professional = flag("worker.technician_under_professional", "Do you know the theory of one of the sciences named for technicians, can you apply it, and would you directly support a professional in it who supervises you?", "The trade agreement asks this of scientific technicians in place of a degree.", "In the list of professionals of the agreement.")
    controls_employer = flag("worker.controls_employer", "Do you own or control the business you would work for?", "Some permits are for employees only, some for owners only.")
    six_months_in_designated_country = flag("worker.six_months_in_designated_country", "In the last year, have you lived six months or more in a row in a country for which Canada asks a medical exam?", "A stay of more than six months then needs a medical exam.", "On Canada's list of countries and territories that require a medical exam.")
    specialized_experience_years = number("worker.specialized_experience_years", YEARS, "How many years of specialized experience for this position do you have?", "Category A of the Global Talent Stream asks for five, or for an advanced degree.", _WORK, highest=70, moves="years")

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
    canadian_work_months_in_three_years = number(
        "worker.canadian_work_months_in_three_years", MONTHS, "How many full months of skilled work in Canada lie in the last three years?",
        "The Canadian experience class asks for twelve.", _WORK, highest=36, field="worker.experience", moves="years",
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

    sibling_in_canada = flag(
        "worker.sibling_in_canada", "Do you, or does your spouse or partner, have a brother or sister in Canada who is a citizen or permanent resident and 18 or older?",
        _CRS, field="worker.canada.relatives",
    )
    relative_in_canada = flag("worker.relative_in_canada", "Do you or your spouse have a close relative in Canada who is a citizen or permanent resident?", "The federal skilled worker grid gives points for it.", field="worker.canada.relatives")
    provincial_nomination = flag("worker.provincial_nomination", "Has a Canadian province or territory nominated you?", "A nomination gives 600 points.", "On the nomination certificate.")
    us_permanent_resident = flag("worker.us_permanent_resident", "Are you a lawful permanent resident of the United States?", "Some treaties and exemptions reach permanent residents too.", "On the green card.", field="worker.us_status.class")
    unauthorized_work_in_canada_last_six_months = flag("worker.unauthorized_work_in_canada_last_six_months", "Have you worked or studied in Canada without authorization in the last six months?", "A work permit is then refused, with few exceptions.")

    class us_status:  # noqa: N801
        """The worker's status in the United States."""

        class_ = choice(
            "worker.us_status.class", STATUSES, "What is your status in the United States?",
            "It decides what ends when, and which routes start from it.", _I94,
        )
        i94_expires = day("worker.us_status.i94_expires", "Until which day does your I-94 admit you?", "Your stay is authorized until then; `none` where it says D/S.", _I94, none=math.inf)
        petition_expires = day("worker.us_status.petition_expires", "Until which day is your petition approved?", "Your work is authorized until then.", _I797)
        authorized_until = day("worker.us_status.authorized_until", "Until which day are you authorized to work?", "The earlier of the I-94 and the petition decides.", _I797, field="worker.us_status.i94_expires")
        first_h1b_admission = day("worker.us_status.first_h1b_admission", "When were you first admitted in, or changed to, H-1B status?", "H-1B status is limited to six years.", _I94, none=math.inf)
        days_abroad_in_h1b = number("worker.us_status.days_abroad_in_h1b", DAYS, "How many full days have you spent outside the United States while in H-1B status?", "They can be added to the six years.", "From the travel history of the I-94 website.", highest=3000)
        last_day_worked = day("worker.us_status.last_day_worked", "Which was your last day of work? (`none` if still employed)", "The grace period runs from it, whatever the severance.", "In the notice of termination.", none=math.inf)
        laid_off = flag("worker.us_status.laid_off", "Has your job ended?", "The grace period runs.", field="worker.us_status.last_day_worked")
        grace_used = flag("worker.us_status.grace_used", "Have you used a 60-day grace period since your present status was approved?", "It is given once in each authorized period.")
        visa_stamp_expires = day("worker.us_status.visa_stamp_expires", "Until which day is the visa in your passport valid? (`none` if there is none)", "It is needed to come back, not to stay.", "In the passport.", none=-math.inf)
        opt_ends = day("worker.us_status.opt_ends", "On which day does your OPT or STEM OPT end?", "Your work is authorized until then.", "On the employment authorization card.")
        cap_counted = flag("worker.us_status.cap_counted", "Have you been counted against the H-1B cap in the last six years?", "Who has been counted is not counted again.", _I797)
        h1b_selected = flag("worker.us_status.h1b_selected", "Was a registration for you selected in this season's H-1B draw?", "Only a selected registration opens a petition under the cap.", "In the employer's USCIS account, or from counsel.")
        h1b_file_until = day("worker.us_status.h1b_file_until", "Until which day may the petition of the selected registration be filed?", "After it the selection is lost.", "On the selection notice.")
        unauthorized_work = flag("worker.us_status.unauthorized_work", "Have you worked in the United States without authorization since your last admission?", "It takes away the right to change employers while a petition is pending.")
        dismissed = flag("worker.us_status.dismissed", "Did the employer end the job, rather than you?", "The employer then owes the cost of the journey home.", "In the notice of termination.")
        green_card_case_denied = flag("worker.us_status.green_card_case_denied", "Has that labor certification, I-140, or green card application been finally denied, revoked, or closed?", "It then no longer lifts the six-year limit.", "From the employer's counsel.")
        adjustment_year_missed = flag("worker.us_status.adjustment_year_missed", "Did a year pass in which a green card number was available to you and you did not apply?", "Extensions a year at a time are then lost.", "From counsel, with the Visa Bulletin.")
        priority_date_current = flag("worker.us_status.priority_date_current", "Is an immigrant visa number available for your priority date today?", "Three-year extensions are for those who must wait for one.", "In the Visa Bulletin of the month.")
        i140_approved = flag("worker.us_status.i140_approved", "Has an immigrant petition (I-140) for you been approved?", "It lifts the six-year limit and keeps your place in the queue.", _I797, field="worker.us_status.i140")
        labor_certification_filed = day("worker.us_status.labor_certification_filed", "On which day was a labor certification (PERM) or an I-140 filed for you? (`none` if never)", "A year after it, H-1B status can be extended beyond six years.", "From the employer's counsel.", none=math.inf)

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
    citizenships = several("spouse.citizenships", "country", "Of which countries is your spouse or partner a citizen?", "A spouse's citizenship can open routes of its own.", "In the passports.")
    citizen_or_permanent_resident = flag("spouse.citizen_or_permanent_resident", "Is your spouse or partner a Canadian citizen or permanent resident?", "The points are then counted as for a person alone.")
    education_level = choice("spouse.education_level", LEVELS, "What is the highest level of education your spouse or partner has completed?", _CRS, _EDUCATION, field="spouse.education", moves="grows")
    education_assessed = flag("spouse.education_assessed", "Is that credential Canadian, or assessed as equal to a Canadian one?", "", "On the assessment report.", field="spouse.education")
    english = language("spouse.english", "English", "your spouse's", "CLB")
    french = language("spouse.french", "French", "your spouse's", "NCLC")
    first_language = choice("spouse.first_language", ("english", "french"), "In which official language has your spouse or partner the better results?", _CRS)
    canadian_work_years = number("spouse.canadian_work_years", YEARS, "How many full years of skilled work in Canada has your spouse or partner completed in the last ten years?", _CRS, _WORK, highest=10, field="spouse.experience", moves="years")
