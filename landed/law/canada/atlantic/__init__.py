"""The Atlantic Immigration Program: designated employers of four provinces."""
