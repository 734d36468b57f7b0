"""The worker's children: open permits from 2023 to 2025, and school without a permit."""
