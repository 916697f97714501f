"""Questions, templates and how answers become a draft plan."""
