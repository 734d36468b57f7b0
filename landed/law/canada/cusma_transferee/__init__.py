"""Transfers within a group, traders, and investors under CUSMA."""
