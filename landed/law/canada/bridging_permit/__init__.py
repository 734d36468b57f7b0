"""The bridging open work permit: from a permit to permanent residence."""
