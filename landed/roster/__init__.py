"""A whole workforce: one table of people in, one row of answers a person out.

- `tables`, `mapping`, `cells`, `places`, `row_to_case`, `people`: a file of any of three kinds to cases, with every
  bad cell told; the readers are those of case files, so that a value means the same in both;
- `answers`, `run`: what is asked of everybody;
- `writing`, `workbook`: whole files out.

A bad row never stops a good one. A person's row says what `landed plan` would say of the same person alone.
"""
