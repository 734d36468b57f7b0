"""Saskatchewan: the tech talent pathway of its nominee program."""
