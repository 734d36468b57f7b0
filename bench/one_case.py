"""One case in a running process: every route assessed, beside reading the same case file.

The limit is 20 ms for one assessment; each figure is the least of several turns.
"""

from __future__ import annotations

from measured import ROOT, Row, row, turns


def run() -> list[Row]:
    """Return one row a way of asking: seconds, the ratio to reading the case file, and the limit."""
    from landed.assess import Question, assess_route
    from landed.facts import Snapshot, read_case
    from landed.law import Law

    path = ROOT / "examples/h1b-engineer.yaml"
    case, law = read_case(path), Law()
    routes = {"every route": law.routes(), "every route of Canada": law.routes(("CA",))}

    def assess(wanted: str) -> None:
        question = Question(Snapshot(case), law, case.on)
        for route in routes[wanted]:
            assess_route(question, route)

    works = {"reading": lambda: read_case(path)} | {name: lambda name=name: assess(name) for name in routes}
    best = turns(works)
    reading = best["reading"]
    return [
        row("reading the case file", reading),
        *(
            row(f"assessing {name} ({len(found)})", best[name], ratio=best[name] / reading,
                peer="times as long as reading the case file", at_most=0.02)
            for name, found in routes.items()
        ),
    ]  # fmt: skip
