"""The work permit after graduation from a Canadian school."""
