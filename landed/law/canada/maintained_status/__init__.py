"""Status in Canada while an application is pending, a change of employer, and the days to restore a status."""
