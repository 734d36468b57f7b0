"""What Quebec's selection of skilled workers asks of the worker and of the spouse or partner.

Its points are given in Quebec's own words: a ladder of diplomas by cycle and length, months within the last five
years, and whether something was inside or outside the Montreal metropolitan community.
"""

# One line a fact, so that the vocabulary reads as a list.
# fmt: off

from __future__ import annotations

from landed.expr.units import COUNT, MONTHS
from landed.facts._declare import choice, flag, number

DIPLOMAS = (
    "none", "secondary", "vocational_600", "vocational_900", "college_general", "technical_900", "technical_3_years",
    "first_cycle_1_year", "first_cycle_2_years", "first_cycle_3_years", "first_cycle_5_years", "second_cycle_1_year",
    "second_cycle_2_years", "medical_2_years", "doctorate",
)
"""Diplomas from the lowest: hours of vocational and technical programs, years of university cycles (the first leads to a
bachelor's degree, the second to a master's); each takes in what is longer up to the next."""
DIAGNOSES = ("none", "balanced", "slight_shortage", "shortage")

_POINTS = "Quebec gives points for it."
_LADDER = "Compare the length with the names: `first_cycle_3_years` is a university program of three or four years."


class Quebec:
    """What ties the worker to Quebec, as its selection counts it."""

    diploma_level = choice("worker.quebec.diploma_level", DIPLOMAS, "Which is your highest diploma, in Quebec's terms?", _POINTS, _LADDER, field="worker.education_level")
    quebec_diploma = choice("worker.quebec.quebec_diploma", DIPLOMAS, "Which is your highest diploma from Quebec?", _POINTS, _LADDER)
    diagnosis = choice("worker.quebec.diagnosis", DIAGNOSES, "What does Quebec's labor diagnosis say of your main occupation?", _POINTS, "In Quebec's list of occupations with their diagnosis.")
    occupation_teer = number("worker.quebec.occupation_teer", COUNT, "Which TEER category is your main occupation in?", "Quebec's streams are by it.", "It is the second digit of the 2021 code.", highest=5)
    main_occupation_months = number("worker.quebec.main_occupation_months", MONTHS, "For how many of the last 60 months have you worked in your main occupation?", _POINTS, highest=60, moves="years")
    work_months = number("worker.quebec.work_months", MONTHS, "For how many of the last 60 months have you worked in Quebec?", _POINTS, highest=60, moves="years")
    residence_months_outside = number("worker.quebec.residence_months_outside", MONTHS, "For how many months have you lived in Quebec outside the Montreal metropolitan community?", _POINTS, highest=600, moves="years")
    work_months_outside = number("worker.quebec.work_months_outside", MONTHS, "For how many months have you worked in Quebec outside the Montreal metropolitan community?", _POINTS, highest=600, moves="years")
    study_months_outside = number("worker.quebec.study_months_outside", MONTHS, "For how many months have you studied in Quebec outside the Montreal metropolitan community?", _POINTS, highest=600, moves="years")
    validated_offer = choice("worker.quebec.validated_offer", ("none", "inside", "outside"), "Have you a job offer that Quebec has validated, inside or outside the Montreal metropolitan community?", _POINTS)
    licensed = flag("worker.quebec.licensed", "Are you licensed to practise your profession in Quebec?", _POINTS, "From the professional order.")
    study_stay = choice("worker.quebec.study_stay", ("none", "ended", "ongoing"), "Have you studied in Quebec without a diploma from it: is that study ended, or ongoing?", _POINTS)
    study_stay_months = number("worker.quebec.study_stay_months", MONTHS, "How many months did, or does, that study last so far?", _POINTS, highest=600)
    family_of_worker = flag("worker.quebec.family_of_worker", "Have you family in Quebec outside the Montreal metropolitan community, as its selection counts it?", _POINTS)


class SpouseQuebec:
    """What ties the spouse or partner to Quebec."""

    diploma_level = choice("spouse.quebec.diploma_level", DIPLOMAS, "Which is your spouse's highest diploma, in Quebec's terms?", _POINTS, _LADDER)
    quebec_diploma = choice("spouse.quebec.quebec_diploma", DIPLOMAS, "Which is your spouse's highest diploma from Quebec?", _POINTS, _LADDER)
    work_months = number("spouse.quebec.work_months", MONTHS, "For how many of the last 60 months has your spouse or partner worked in Quebec?", _POINTS, highest=60)
    family = flag("spouse.quebec.family", "Has your spouse or partner family in Quebec outside the Montreal metropolitan community, as its selection counts it?", _POINTS)
