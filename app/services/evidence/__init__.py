"""One archive with everything an auditor needs of a plan, and checking such an archive."""
