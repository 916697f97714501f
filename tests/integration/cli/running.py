"""Runs commands as a shell would, and keeps what they said."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from app.cli.main import main


@dataclass(frozen=True)
class Run:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


def irplan(*words: object) -> Run:
    """Run `irplan` with these words."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


MINIMAL = """
[answers]
profile.legal_name = "Harbour Water Limited"
profile.short_name = "Harbour Water"
"""
"""Answers of an organisation that has only just begun."""
