"""Self-employed persons: culture and athletics."""
