"""`landed`: where can a worker lawfully go on working, from which day, and what must each of us do now?

Immigration law is written here as data: one folder a programme, each rule an expression, each number dated
and sourced. The same rule is evaluated for one case with its reasons, run over a whole workforce, printed as
SQL, given to a solver, and read as text. An answer names the clauses, facts, and figures that decided it, and
"not known" is an answer of its own. It is information, not legal advice.

The packages, each of which may import only those before it:

- `landed.errors`: what can go wrong, in the user's words;
- `landed.expr`: what a rule is made of, and its readings;
- `landed.facts`: what can be known of a case;
- `landed.law`: what the law says;
- `landed.assess`: a case and a day in, an assessment of each route out;
- `landed.plan`: procedures, calendars, deadlines, odds: the plan;
- `landed.places`: destinations and their figures;
- `landed.report`, `landed.roster`, `landed.policy`: the plan on paper, a whole workforce, reforms;
- `landed.web`, `landed.cli`: the site and the commands.

>>> import landed
>>> landed.__version__.count(".")
2
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
