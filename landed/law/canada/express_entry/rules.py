"""Express Entry: three federal classes, one pool, and the rounds that invite from it.

IRPA s. 10.1-10.5 and 11.2: who fits a class (federal skilled worker, Canadian experience, federal skilled trades) may
enter a profile into the pool; the Minister invites from it, by points, in rounds for everyone, for a class, for
nominees, or for a category; only who is invited may apply. Each instrument stands in a file of its own.
"""

from landed.law.canada.express_entry.crs import crs, high_wage

__all__ = ["crs", "high_wage"]
