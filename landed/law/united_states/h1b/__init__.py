"""H-1B: the cap and who is outside it, extensions, the six years and beyond, a change of employer."""
