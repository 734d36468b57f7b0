"""The law of the United States: one folder a program."""
