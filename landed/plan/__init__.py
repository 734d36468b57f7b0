"""From answers to a plan: who must do what, by when, at whose cost, and what runs out on which day."""
