"""The Innovation Stream: permits for the firms of the Global Hypergrowth Project, 2024 to 2026."""
