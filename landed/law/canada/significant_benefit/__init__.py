"""Significant benefit to Canada: a permit without an assessment, for an officer to judge."""
