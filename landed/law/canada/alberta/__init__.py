"""Alberta: the Accelerated Tech Pathway, the Opportunity Stream, and the points of its workers."""
