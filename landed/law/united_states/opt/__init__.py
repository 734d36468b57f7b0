"""Optional practical training: work after a degree, its end, and what bridges it."""
