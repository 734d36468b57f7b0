"""A whole workforce: one table of people in, one row of answers a person out.

A roster adds no law and no reading of a value. Each row of a table becomes a case, by the readers of case files; what
its person is told is what `landed plan` would tell them alone; which ways are open on the first of each month is
what `landed assess` would say on that day. What it adds is that thousands are asked in the time of a few:

- *What is the same for two people is worked out once.* A route is evaluated once for each way in which the parts of
  its rule come out, a chain of approvals is put on the calendar once, a start day is tried once (`alike`, `sharing`,
  `best`), and no rule is written again for it.
- *Whether a way is open is asked of all at once*, as one query over the table of their facts, month after month
  and under each choice of the employer (`ways_open`, `what_if`); the engine is Polars, or SQL.

Four invariants hold, and tests hold them. A bad cell is told with its sheet, row and column, what was found and what
was expected, and stops nobody else. Nothing is guessed: not a date, not a column, not a word. What a table does not
say is unknown. And a file out is whole or not there, and no text in it is ever taken for a formula.

`read_roster`, `ask_roster` and `write_roster` (in `files`) are all that a caller needs. Read on in this order: `tables`,
`spreadsheet`, `mapping`, `cells`, `places`, `row_to_case`, `header`, `people` (a file to cases); `known`, `watched`, `worked_out`, `alike`,
`shared`, `sharing`, `row_question`, `best`, `crowd` (everybody's row); `ways_open`, `what_if`, `run` (the months, the
choices, a reform); `columns`, `words`, `workbook`, `report`, `parquet`, `writing` (files out).

>>> from landed.roster.cells import Ways, written
>>> written("31.08.2027", "day", Ways(date="DD.MM.YYYY")).isoformat()
'2027-08-31'
"""
