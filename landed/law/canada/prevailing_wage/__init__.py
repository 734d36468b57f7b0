"""The prevailing wage: what Job Bank publishes for an occupation and a region."""
