"""The interview: its topics, how far they are, and what its answers make of the plan."""
