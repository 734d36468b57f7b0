"""The residency obligation of permanent residents."""
