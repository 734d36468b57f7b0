"""Family of workers in the United States: until when a child is one of it."""
