"""Everything an auditor needs of a plan, in one archive."""
