"""The ordinary work permit, for one employer, on a labour market impact assessment."""
