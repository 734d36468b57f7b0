"""The level of a language that a province may count: of results less than two years old.

The federal rule is that older results do not count. What each province says of them was not seen, so that they are
neither counted nor left out.
"""

from landed.expr import CLB, Constant, NotEncodedNumber, Number, given, least, most
from landed.facts import worker
from landed.facts._declare import Language
from landed.law.canada.express_entry.persons import usable


def tested_level(tongue: Language, level: Number) -> Number:
    """Return the level of an ability, or of all four; of older results it is open."""
    older = NotEncodedNumber(
        "Whether the province takes language results that are two years old or more", CLB, 0, 12
    )
    return given(level <= 0, Constant(0, CLB), given(usable(tongue), level, least(level, older)))


def tested(tongue: Language) -> Number:
    """Return the level in all four abilities."""
    return tested_level(tongue, tongue.clb)


english, french = tested(worker.english), tested(worker.french)
best_language, other_language = most(english, french), least(english, french)
