"""British Columbia: nomination of skilled workers, and the points of its registration system."""
