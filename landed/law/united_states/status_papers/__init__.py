"""Status papers: the I-94, the petition, the visa in the passport, and what each is for."""
