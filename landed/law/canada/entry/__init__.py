"""Getting there: visa, electronic authorization or neither, where to apply, biometrics, the medical exam."""
