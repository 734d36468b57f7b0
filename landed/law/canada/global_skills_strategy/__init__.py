"""The Global Skills Strategy: two-week processing of work permits, and short work without one."""
