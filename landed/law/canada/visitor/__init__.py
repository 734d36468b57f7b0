"""Visitors: how long they may stay, business visits, and remote work for an employer abroad."""
