"""Quebec: selection of skilled workers by its own points, and permanent residence on its certificate."""
