"""Owners of a business who come to run it for a time."""
