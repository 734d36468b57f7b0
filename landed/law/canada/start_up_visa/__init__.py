"""Start-up Visa: founders backed by a designated organization."""
