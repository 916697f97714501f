"""Other programs of this computer: run with words, never through a shell."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

RUN_SECONDS: Final = 30.0
"""How long another program may take."""

_MOST_SAID: Final = 300
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a program: its exit code (None: there is no such program) and its words."""

    code: int | None
    output: str = ""
    complaint: str = ""

    @property
    def missing(self) -> bool:
        """Whether there is no such program here."""
        return self.code is None

    @property
    def fine(self) -> bool:
        """Whether it did what it was asked."""
        return self.code == 0

    @property
    def why(self) -> str:
        """What it complains of, on one line."""
        said = " ".join((self.complaint.strip() or self.output.strip()).split())
        return said[:_MOST_SAID] or f"it ended with code {self.code}"


Runner = Callable[[Sequence[str], Mapping[str, str]], Ran]
"""Runs a program with its words, and with variables added to the environment."""


def run(words: Sequence[str], variables: Mapping[str, str] = _NOTHING) -> Ran:
    """Run the program `words[0]`, which is looked for on the search path."""
    program = shutil.which(words[0])
    if program is None:
        return Ran(None)
    try:
        done = subprocess.run(  # noqa: S603 - words are handed over as they are, without a shell
            [program, *words[1:]],
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=RUN_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ran(-1, complaint=f"{words[0]} does not answer")
    except OSError as error:
        return Ran(-1, complaint=error.strerror or f"{words[0]} cannot be run")
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
