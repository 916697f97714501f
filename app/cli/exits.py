"""What a command's exit code means."""

FINE = 0
"""Done, nothing to report."""

FINDINGS = 1
"""Done, but there are findings, or a signature does not hold."""

USAGE = 2
"""The command line was wrong."""

FAILED = 3
"""An expected failure; its code and sentence stand on standard error."""

INTERRUPTED = 130
"""The person stopped the command, as shells have it."""
