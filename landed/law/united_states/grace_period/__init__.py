"""Grace periods: status after the job ends, and after the validity period ends."""
