"""Where Python meets the event loop: theme, jobs, notices and the open plan."""
