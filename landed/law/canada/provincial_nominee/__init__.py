"""Provincial nominees: permanent residence on the nomination of a province or territory."""
