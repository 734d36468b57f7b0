"""`landed law`: the law as data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from landed.cli import _law_noc
from landed.cli._options import AsJson, KnownOn, LawFile, On, Settings, asked_day, day_of, print_json, the_law
from landed.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from landed.law import Law, Route
    from landed.law.score import Score

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The law as data: what is in force, its text and sources, what changed, whether it is consistent.",
)

app.command("noc")(_law_noc.noc)

Country = Annotated[
    str, typer.Option("--country", metavar="CC", help="Only this country: CA, US, FR.", show_default=False)
]


@app.command("list")
def list_(
    *,
    on: On = "",
    known_on: KnownOn = "",
    country: Country = "",
    parameters: Annotated[
        bool, typer.Option("--parameters", help="List the parameters with their values on the day instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the routes, and whether each is in force on a day; or the parameters with their values.

    Example: landed law list --on 2017-06-12 --country CA
    """
    law, day = the_law(known_on, [], None), asked_day(on)
    countries = (country.upper(),) if country else ()
    if parameters:
        _list_parameters(law, day, countries, as_json)
        return
    from landed.law.coverage import not_encoded_for

    epoch = law.at(day)
    rows = [
        {
            "id": route.id, "title": route.title, "title_fr": route.title_fr or None, "country": route.country,
            "kind": route.kind.value, "in_force": epoch.in_force(route).value is True, "intake": str(epoch.intake(route).value),
        }
        for route in law.routes(countries)
    ]  # fmt: skip
    missing = [
        {"id": entry.id, "title": entry.title, "state": entry.state}
        for entry in not_encoded_for(countries, day)
    ]
    if as_json:
        print_json({"on": day.isoformat(), "routes": rows, "not_encoded_here": missing})
        return
    for row in rows:
        state = f"in force, intake {row['intake']}" if row["in_force"] else "not in force"
        typer.echo(f"{row['id']:<58} {row['kind']:<9} {state:<28} {row['title']}")
    typer.echo(f"\nKnown to exist and not (or not wholly) encoded here: {len(missing)}")
    for entry in missing:
        typer.echo(f"{entry['id']:<58} {entry['state']:<9} {entry['title']}")


def _list_parameters(law: Law, day: dt.date, countries: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001 - the flag itself
    from landed.assess.answer import value_json

    epoch, rows = law.at(day), []
    for files in law.programmes(countries):
        for name, parameter in sorted(files.declared.items()):
            dated = epoch.dated(parameter)
            if dated.since is not None or name in files.written:
                rows.append({
                    "id": dated.id, "value": value_json(dated, parameter), "since": dated.since.isoformat() if dated.since else None,
                    "seen": dated.seen, "stale_since": dated.stale_since.isoformat() if dated.stale_since else None,
                    "description": files.written.get(name, {}).get("description", ""),
                })  # fmt: skip
    if as_json:
        print_json({"on": day.isoformat(), "parameters": rows})
        return
    for row in rows:
        typer.echo(
            f"{row['id']} = {row['value']}  (since {row['since']}, {row['seen']})  {row['description']}"
        )


@app.command()
def show(
    *,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A route, a parameter, or a scored system such as crs.")
    ],
    on: On = "",
    known_on: KnownOn = "",
    as_json: AsJson = False,
) -> None:
    """Show a route or scored system, its clauses or lines with their sources; or a parameter with all its dated values.

    Example: landed law show canada.global_talent_stream.category_b
    """
    from landed.law import programme_ids

    law, day = the_law(known_on, [], None), asked_day(on)
    programme = ".".join(id_.split(".")[:2])
    if programme in programme_ids():
        files, name = law.home(id_)
        if name in files.written:
            data = _parameter_data(law, id_)
            if as_json:
                print_json(data)
            else:
                _print_parameter(data)
            return
    score = next(
        (each for files in law.programmes() for each in files.scores if id_ in (each.system, each.id)), None
    )
    if score is not None:
        data = _score_data(law, score, day)
        if as_json:
            print_json(data)
        else:
            _print_score(data)
        return
    data = _route_data(law, law.route(id_), day)
    if as_json:
        print_json(data)
    else:
        _print_route(data)


def _parameter_data(law: Law, id_: str) -> dict[str, Any]:
    files, name = law.home(id_)
    written = files.written[name]
    return {
        "id": id_,
        "description": written["description"],
        "unit": written.get("unit"),
        "last_value_still_valid_on": written["last_value_still_valid_on"],
        "values": [
            {
                "from": entry.since.isoformat(), "value": entry.raw["value"], "known_on": entry.known_on.isoformat(), "seen": entry.seen,
                "sources": [files.sources[key].title for key in entry.sources], "note": entry.raw.get("note"),
            }
            for entry in law.entries(id_)
        ],
    }  # fmt: skip


def _print_parameter(data: dict[str, Any]) -> None:
    typer.echo(f"{data['id']}: {data['description']}" + (f" ({data['unit']})" if data["unit"] else ""))
    for value in data["values"]:
        typer.echo(
            f"  from {value['from']}: {value['value']}   [{value['seen']}; {'; '.join(value['sources'])}]"
        )
        if value["note"]:
            typer.echo(f"      {value['note']}")
    typer.echo(f"  known to stand until {data['last_value_still_valid_on']}")


def _route_data(law: Law, route: Route, day: dt.date) -> dict[str, Any]:
    from landed.assess.answer import cite_json, reservation_json
    from landed.expr.clauses import Clause
    from landed.expr.text import say
    from landed.law.declared import walk
    from landed.law.library import load_programme

    files, epoch, label = load_programme(route.programme), law.at(day), _labels(law)
    return {
        "id": route.id, "title": route.title, "title_fr": route.title_fr or None, "kind": route.kind.value, "party": route.party,
        "grants": route.grants.value if route.grants else None, "summary": route.summary or None, "on": day.isoformat(),
        "in_force": epoch.in_force(route).value, "intake": epoch.intake(route).value,
        "clauses": [
            {
                "id": f"{route.id}/{node.key}", "text": node.text, "kind": node.kind, "party": node.party, "says": say(node.says, label),
                "when": say(node.when, label) if node.when is not None else None, "cites": [cite_json(cite, files.sources) for cite in node.cites],
            }
            for node in walk(route.requires) if isinstance(node, Clause)
        ],
        "runs_out": say(route.runs_out, label) if route.runs_out is not None else None,
        "reservations": [reservation_json(item, files.sources) for item in route.reservations],
        "parameters": sorted(f"{files.id}.{name}" for name in files.written if name.startswith(f"{route.key}.")),
    }  # fmt: skip


def _labels(law: Law) -> Callable[[str], str]:
    def label(parameter: str) -> str:
        home, name = law.home(parameter)
        return str(home.written.get(name, {}).get("description", parameter))

    return label


def _score_data(law: Law, score: Score, day: dt.date) -> dict[str, Any]:
    from landed.assess.answer import cite_json
    from landed.expr.text import say
    from landed.law.library import load_programme

    files, label = load_programme(score.programme), _labels(law)
    return {
        "id": score.id, "system": score.system, "title": score.title, "title_fr": score.title_fr or None,
        "on": day.isoformat(), "in_force": law.at(day).dated(score.in_force).value,
        "lines": [
            {
                "key": line.key, "group": line.group, "text": line.text, "says": say(line.points, label),
                "cites": [cite_json(cite, files.sources) for cite in line.cites],
            }
            for line in score.lines
        ],
        "cites": [cite_json(cite, files.sources) for cite in score.cites],
        "not_encoded": [each.text for each in score.unseen],
    }  # fmt: skip


def _print_score(data: dict[str, Any]) -> None:
    state = "in force" if data["in_force"] is True else "not in force"
    typer.echo(f"{data['title']}\n{data['id']}: scored system, {state} on {data['on']}")
    for line in data["lines"]:
        typer.echo(f"\n- {line['text']}  ({line['group'] or data['system']})\n    {line['says']}")
        for cite in line["cites"]:
            typer.echo(
                f"    [{cite['seen']}] {cite['title']}"
                + (f", {cite['pinpoint']}" if cite["pinpoint"] else "")
            )
    for text in data["not_encoded"]:
        typer.echo(f"\nNot encoded here: {text}")


def _print_route(data: dict[str, Any]) -> None:
    french = f" / {data['title_fr']}" if data["title_fr"] else ""
    state = "in force" if data["in_force"] is True else "not in force"
    typer.echo(
        f"{data['title']}{french}\n{data['id']}: {data['kind']}, {state} on {data['on']}, intake {data['intake']}"
    )
    if data["summary"]:
        typer.echo(data["summary"])
    for clause in data["clauses"]:
        typer.echo(f"\n- {clause['text']}  ({clause['kind']}, {clause['party']})")
        typer.echo(f"    {clause['says']}")
        if clause["when"]:
            typer.echo(f"    applies when {clause['when']}")
        for cite in clause["cites"]:
            typer.echo(
                f"    [{cite['seen']}] {cite['title']}"
                + (f", {cite['pinpoint']}" if cite["pinpoint"] else "")
            )
    if data["runs_out"]:
        typer.echo(f"\nRuns out on {data['runs_out']}")
    for item in data["reservations"]:
        typer.echo(f"\nReservation: {item['text']}")


@app.command()
def diff(
    *,
    first: Annotated[str, typer.Argument(metavar="DAY", help="The earlier day.")],
    last: Annotated[str, typer.Argument(metavar="DAY", help="The later day.")],
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    as_json: AsJson = False,
) -> None:
    """Show what changed in the law after the first day, up to and with the second.

    Example: landed law diff 2017-06-11 2017-06-12
    """
    from landed.law.changes import law_changes

    since, until = day_of("DAY", first), day_of("DAY", last)
    if until < since:
        raise UsageError(f"DAY DAY: {last} is before {first}; expected the earlier day first")
    changes = law_changes(the_law(known_on, settings, law), since, until)
    if as_json:
        print_json({"from": first, "to": last, "changes": [change.as_json() for change in changes]})
        return
    typer.echo(f"{len(changes)} change(s) after {first}, up to {last}")
    for change in changes:
        before = "" if change.before is None else f"{_short(change.before)} -> "
        typer.echo(f"{change.day}  {change.parameter}: {before}{_short(change.after)}  [{change.seen}]")
        typer.echo(f"            {change.description}; {'; '.join(change.sources)}")


_SHOWN = 100


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


@app.command()
def check(
    *,
    on: On = "",
    stale_since: Annotated[
        bool, typer.Option("--stale", help="Also list what was last seen before the day.")
    ] = False,
) -> None:
    """Check the law files: parameters, sources, citations, routes, procedures, examples, coverage. Silent when all is well."""
    from landed.law import Law
    from landed.law.check import check_law, stale
    from landed.plan.procedures import check_procedures

    mistakes = [*check_law(), *check_procedures()]
    for mistake in mistakes:
        typer.echo(str(mistake))
    if stale_since:
        for parameter, day in stale(Law(), asked_day(on)):
            typer.echo(f"last seen {day}: {parameter}")
    if mistakes:
        raise typer.Exit(1)


@app.command()
def log(
    *,
    since: Annotated[
        str, typer.Option("--from", metavar="DAY", help="The first day looked at.")
    ] = "2017-01-01",
    until: Annotated[
        str, typer.Option("--to", metavar="DAY", help="The last day looked at; today.", show_default=False)
    ] = "",
) -> None:
    """Print every change of the law as Markdown, the latest first: what LAW.md is made from."""
    from landed.law import Law
    from landed.law.changes import law_log

    typer.echo(law_log(Law(), day_of("--from", since), asked_day(until, "--to")), nl=False)
