"""Nova Scotia: nominees through Express Entry."""
