"""Ontario: the streams closed on 25 June 2026, and the one that replaced them."""
