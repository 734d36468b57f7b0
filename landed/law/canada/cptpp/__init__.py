"""The Pacific partnership (CPTPP): professionals, technicians, transferees, investors."""
