"""`landed schema`: the JSON Schema of the case file."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of the case file: every field, its question, why it is asked, where it is found."""
    from landed.cli._options import print_json
    from landed.facts import json_schema

    print_json(json_schema())
