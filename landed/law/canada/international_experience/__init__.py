"""International Experience Canada: youth mobility by agreement with some countries."""
