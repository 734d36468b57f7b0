"""The trade agreement of Canada, the United States and Mexico (NAFTA until June 2020): professionals."""
