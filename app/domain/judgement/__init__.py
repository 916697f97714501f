"""The rules a plan is judged by: requirements, coverage, findings."""
