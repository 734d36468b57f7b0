"""CETA: permits for citizens of the European Union."""
