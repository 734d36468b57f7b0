"""Labour market impact assessments: what all streams share, and the high-wage stream."""
