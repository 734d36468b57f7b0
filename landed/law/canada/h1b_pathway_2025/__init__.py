"""The accelerated pathway for H-1B holders that Budget 2025 announced."""
