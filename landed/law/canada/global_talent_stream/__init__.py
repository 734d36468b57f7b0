"""The Global Talent Stream: a labour market impact assessment in ten business days."""
