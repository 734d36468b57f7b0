"""Canada's citizens and permanent residents, who need no permit."""
