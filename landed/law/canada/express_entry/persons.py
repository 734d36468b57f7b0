"""The person in the words of the points: which grid, which official language is first, which results still count."""

from collections.abc import Callable, Mapping

from landed.expr import CLB, YEARS, Bool, Constant, Number, Today, all_of, given, later, least, not_
from landed.facts import spouse, worker
from landed.facts._declare import Language
from landed.law.route import programme

law = programme(__package__)

ABILITIES = ("listening", "reading", "writing", "speaking")
LevelOf = Callable[[str], Number]
"""From an ability to the level in it."""

language_validity = law.number("language_results.validity", YEARS)

with_spouse = all_of(spouse.accompanying, not_(spouse.citizen_or_permanent_resident))
"""The spouse or partner comes along, and is neither a citizen nor a permanent resident of Canada."""


def usable(tongue: Language) -> Bool:
    """Tell whether the results in a language are recent enough to count."""
    return later(tongue.test_date, language_validity) > Today()


def _levels(tongue: Language) -> Mapping[str, Number]:
    recent = usable(tongue)
    told = {
        "listening": tongue.listening, "reading": tongue.reading, "writing": tongue.writing, "speaking": tongue.speaking,
    }  # fmt: skip
    return {ability: given(recent, level, Constant(0, CLB)) for ability, level in told.items()}


_english, _french = _levels(worker.english), _levels(worker.french)
_claims_english = worker.first_language.is_("english")
_first = {each: given(_claims_english, _english[each], _french[each]) for each in ABILITIES}
_second = {each: given(_claims_english, _french[each], _english[each]) for each in ABILITIES}
_spouse_english, _spouse_french = _levels(spouse.english), _levels(spouse.french)
_spouse = {
    each: given(spouse.first_language.is_("english"), _spouse_english[each], _spouse_french[each])
    for each in ABILITIES
}

english_level: LevelOf = _english.__getitem__
french_level: LevelOf = _french.__getitem__
first_level: LevelOf = _first.__getitem__
"""The level in the official language that the person claims as the first."""
second_level: LevelOf = _second.__getitem__
spouse_level: LevelOf = _spouse.__getitem__


def lowest(level: LevelOf) -> Number:
    """Return the level reached in all four abilities."""
    return least(*(level(ability) for ability in ABILITIES))
