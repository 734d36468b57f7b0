"""Francophone Mobility: a permit without an assessment for French speakers outside Quebec."""
