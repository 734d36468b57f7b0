"""The person in the words of the points: which grid, which official language is first, which results still count."""

from collections.abc import Callable

from landed.expr import CLB, YEARS, Bool, Constant, Number, Today, all_of, given, later, least, not_
from landed.facts import spouse, worker
from landed.law.route import programme

law = programme(__package__)

ABILITIES = ("listening", "reading", "writing", "speaking")
NO_LEVEL = Constant(0, CLB)

language_validity = law.number("language_results.validity", YEARS)

with_spouse = all_of(spouse.accompanying, not_(spouse.citizen_or_permanent_resident))
"""The spouse or partner comes along, and is neither a citizen nor a permanent resident of Canada."""


def _usable(tongue: object) -> Bool:
    """Tell whether results are less than two years old."""
    return later(tongue.test_date, language_validity) > Today()  # type: ignore[attr-defined, no-any-return]


_usable_results = {
    id(tongue): _usable(tongue) for tongue in (worker.english, worker.french, spouse.english, spouse.french)
}


def _made(tongue: object) -> dict[str, Number]:
    return {
        ability: given(_usable_results[id(tongue)], getattr(tongue, ability), NO_LEVEL) for ability in ABILITIES
    }


english = _made(worker.english)
french = _made(worker.french)
_first = {
    ability: given(worker.first_language.is_("english"), english[ability], french[ability])
    for ability in ABILITIES
}
