"""Transfers within a group of companies: executives and managers, specialized knowledge, and the first year of a new office."""
