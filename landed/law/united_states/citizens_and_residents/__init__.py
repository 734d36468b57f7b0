"""Who works in the United States without a petition."""
