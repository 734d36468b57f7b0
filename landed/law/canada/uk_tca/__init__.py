"""The trade agreement with the United Kingdom: permits for UK citizens."""
