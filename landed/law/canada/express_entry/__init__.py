"""Express Entry: the federal economic classes, the points that rank the pool, and the rounds that invite from it."""
