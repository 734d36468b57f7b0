"""GATS: professionals of members of the World Trade Organization, for up to ninety days."""
