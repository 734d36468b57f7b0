"""Manitoba: skilled workers, as far as its pages were seen."""
