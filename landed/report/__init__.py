"""Plans and answers laid out for people: on a terminal, and as one HTML file that can be kept, printed or sent.

A report adds no fact and no conclusion. It takes a finished plan (`landed.plan.model.Plan`, plain data that is
complete in itself) or the assessments of a question, and lays them out for the worker, the employer and counsel at
once: what to do first, what runs out when, each way step by step, the source of every clause.

- `terminal` prints a plan, `deadlines` what runs out, `assessment` every route clause by clause;
- `html` writes the plan as one file: nothing is loaded from anywhere, no script, readable at 320 pixels and on paper;
- `words` says days, parties and degrees of knowledge, the same everywhere; `sources` numbers what is cited;
  `timeline` turns days into columns; `whole` writes a file whole or not at all.

What holds in every report: a day that depends on an office is given twice, if every standard is met and at the
slowest published, never with a percentage. A missing day or amount says why. How well something is known is a word
(official, secondary, unverified, planning figure), never a color alone. A reform and a supposed fact stand at the top.
It is information, not legal advice, and says so once.

>>> import datetime as dt
>>> from landed.days import day_text
>>> from landed.report.words import days_left
>>> f"The grace period ends {day_text(dt.date(2027, 1, 19))}, {days_left(58)}"
'The grace period ends Tue, Jan 19, 2027, 58 days left'
"""
