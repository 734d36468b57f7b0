"""Labour market impact assessments: what all streams share, high wage, low wage, and Quebec's facilitated process."""
