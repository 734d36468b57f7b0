"""The 63 professions of CUSMA with their credentials, typed from the appendix."""

import pytest

from landed.facts import job
from landed.law.canada.cusma import rules as cusma
from tests.law.reading import TODAY, dated, truth

# d: a degree in the field (or the degree named); n: a licenciatura only; l: a license or the designation named;
# p: a diploma and three years; x: five years of experience; c: training in claims, with a degree or three years;
# k: theoretical knowledge, under a professional.
GENERAL = """
accountant dl, architect dl, computer_systems_analyst dp, disaster_relief_claims_adjuster c, economist d, engineer dl,
forester dl, graphic_designer dp, hotel_manager dp, industrial_designer dp, interior_designer dp, land_surveyor dl,
landscape_architect d, lawyer dl, librarian d, management_consultant dx, mathematician d, range_manager d,
research_assistant d, scientific_technician k, social_worker d, sylviculturist d, technical_publications_writer dp,
urban_planner d, vocational_counsellor d
"""
MEDICAL = """
dentist dl, dietitian dl, medical_laboratory_technologist dp, nutritionist d, occupational_therapist dl, pharmacist dl,
physician dl, physiotherapist dl, psychologist nl, recreational_therapist d, registered_nurse nl, veterinarian dl
"""
SCIENTISTS = """
agriculturist, animal_breeder, animal_scientist, apiculturist, astronomer, biochemist, biologist, chemist,
dairy_scientist, entomologist, epidemiologist, geneticist, geologist, geochemist, geophysicist, horticulturist,
meteorologist, pharmacologist, physicist, plant_breeder, poultry_scientist, soil_scientist, zoologist
"""
TEACHERS = "college_teacher, seminary_teacher, university_teacher"
LISTS = {
    "general": [entry.split() for entry in GENERAL.strip().replace("\n", " ").split(", ")],
    "medical": [entry.split() for entry in MEDICAL.strip().replace("\n", " ").split(", ")],
    "scientists": [(name, "d") for name in SCIENTISTS.strip().replace("\n", " ").split(", ")],
    "teachers": [(name, "d") for name in TEACHERS.split(", ")],
}
PROFESSIONS = {name.rstrip(","): marks for group in LISTS.values() for name, marks in group}
NOTHING = {
    "worker__education_level": "secondary", "worker__degree_fits_profession": False, "worker__professional_license": False,
    "worker__licenciatura_in_profession": False, "worker__post_secondary_diploma_north_america": False,
    "worker__years_in_profession": 0, "worker__disaster_claims_training": False,
    "worker__technician_under_professional": False,
}  # fmt: skip
DEGREE = {"worker__education_level": "bachelor", "worker__degree_fits_profession": True}
DIPLOMA = {"worker__post_secondary_diploma_north_america": True}
HOLDS = {
    "d": [DEGREE],
    "n": [{"worker__licenciatura_in_profession": True}],
    "l": [{"worker__professional_license": True}],
    "p": [{**DIPLOMA, "worker__years_in_profession": 3}],
    "x": [{"worker__years_in_profession": 5}],
    "c": [
        {**DEGREE, "worker__disaster_claims_training": True},
        {"worker__years_in_profession": 3, "worker__disaster_claims_training": True},
    ],
    "k": [{"worker__technician_under_professional": True}],
}
SHORT = {
    "p": [{**DIPLOMA, "worker__years_in_profession": 2}, {"worker__years_in_profession": 3}],
    "x": [{"worker__years_in_profession": 4}],
    "c": [DEGREE, {"worker__disaster_claims_training": True, "worker__years_in_profession": 2}],
}


def test_there_are_63_professions():
    assert {name: len(group) for name, group in LISTS.items()} == {
        "general": 25, "medical": 12, "scientists": 23, "teachers": 3,
    }  # fmt: skip
    assert dated("cusma.professions", TODAY).value.whole == PROFESSIONS.keys()
    assert len(PROFESSIONS) == 63


@pytest.mark.parametrize(("profession", "marks"), PROFESSIONS.items(), ids=PROFESSIONS)
@pytest.mark.parametrize("on", ["2017-06-12", TODAY])
def test_the_credentials_of_every_profession(profession, marks, on):
    def suffices(facts):
        return truth(cusma._credential, on, job__profession=profession, **{**NOTHING, **facts})

    assert not suffices({})
    for mark, ways in HOLDS.items():
        if mark == "c" and "d" in marks:  # one of its ways holds a degree, which alone is enough here
            continue
        assert [suffices(facts) for facts in ways] == [mark in marks] * len(ways), mark
    for mark in set(marks) & set(SHORT):
        assert not any(suffices(facts) for facts in SHORT[mark])


@pytest.mark.parametrize(
    "title", ["software_developer", "programmer", "web_developer", "data_scientist", "product_manager"]
)
def test_titles_of_the_trade_are_not_on_the_list(title):
    assert title not in PROFESSIONS
    assert truth(cusma.professions.has(job.profession), TODAY, job__profession=title) is False
