"""What every application for permanent residence costs, and how long it takes."""
