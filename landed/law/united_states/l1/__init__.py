"""L-1: back to the United States by a transfer within the group. Only the year abroad is written here."""
