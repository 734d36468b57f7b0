"""Termination: what an employer owes when it ends the job of an H-1B worker."""
