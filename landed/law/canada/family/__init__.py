"""Family members: who comes along, and until when."""
