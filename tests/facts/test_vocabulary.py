"""Each fact is declared once, under the name by which rules reach it."""

import subprocess
import sys

import pytest

import landed.facts as module
from landed.errors import UsageError
from landed.expr.leaves import ChoiceFact, NumberFact
from landed.facts import FACTS, employer, fact, goals, job, json_schema, spouse, worker
from landed.facts._declare import Language
from landed.facts.measures import MEASURES, SUPERSEDED
from landed.facts.records import RECORDS
from landed.facts.vocabulary import ABSENT_ALLOWED


def paths(namespace, prefix):
    for key, item in vars(namespace).items():
        if key.startswith("__"):
            continue
        path = f"{prefix}.{key.rstrip('_')}"
        if isinstance(item, type | Language):
            yield from paths(item, path)
        elif hasattr(item, "about"):
            yield path, item


@pytest.mark.parametrize("namespace", [worker, spouse, job, employer, goals])
def test_the_name_of_a_fact_is_the_path_by_which_rules_reach_it(namespace):
    found = dict(paths(namespace, namespace.__name__))
    assert found
    assert all(item.name == path for path, item in found.items())


def test_every_fact_asks_a_question_and_names_a_field_that_exists():
    for name, item in FACTS.items():
        assert item.about.question.endswith((".", "?", ")")), name
        field = item.about.field
        assert not field or field in FACTS or field in RECORDS or field in ABSENT_ALLOWED, (name, field)
        assert not isinstance(item, ChoiceFact) or len(set(item.options)) == len(item.options)
        assert not isinstance(item, NumberFact) or item.highest is None or (item.lowest or 0) <= item.highest


def test_measures_and_what_they_supersede_are_facts_or_records():
    assert set(MEASURES) <= set(FACTS)
    for name, others in SUPERSEDED.items():
        assert {name, *others} <= {*FACTS, *RECORDS}


def test_a_wrong_name_gets_the_nearest_right_one():
    with pytest.raises(UsageError, match=r"'worker.us_status.i94_expires'"):
        fact("worker.us_status.i94_expire")


def test_all_that_is_named_public_is_there():
    assert all(getattr(module, name) for name in module.__all__)


def test_the_vocabulary_is_imported_without_pydantic_and_without_yaml():
    code = "import sys, landed.facts; print([m for m in ('pydantic', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_schema_has_every_fact_and_record_with_its_question():
    schema = json_schema()

    def inside(node):
        if "$ref" in node:
            return inside(schema["$defs"][node["$ref"].rsplit("/", 1)[-1]])
        for part in node.get("anyOf", []):
            if "$ref" in part or "properties" in part:
                return inside(part)
        return node

    for name in [*FACTS, *RECORDS]:
        node = schema
        for part in name.split("."):
            node = inside(node)["properties"][part]
        if name in FACTS:
            assert node["title"] == FACTS[name].about.question


def test_the_schema_closes_every_group():
    schema = json_schema()
    assert all(each.get("additionalProperties") is False for each in [schema, *schema["$defs"].values()])
