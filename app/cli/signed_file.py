"""Where a command puts the file that it signed: never over another one unless it is told to."""

import argparse
import os
import re
from itertools import count
from pathlib import Path
from typing import ClassVar

from app.domain.errors import IrplanError

_SIGNED = re.compile(r"\.signed\d*$")


class FileStands(IrplanError):
    """Another file stands where the signed one would go."""

    code: ClassVar[str] = "cli.file-stands"


def add_target(command: argparse.ArgumentParser) -> None:
    """Options that say where the signed file goes."""
    target = command.add_mutually_exclusive_group()
    target.add_argument(
        "--out", type=Path, metavar="FILE", help="a new file; NAME.signed beside it by default"
    )
    target.add_argument("--in-place", action="store_true", help="replace the file itself")


def target_of(arguments: argparse.Namespace) -> Path:
    """The file to write; `arguments.file` is the one that was read.

    Raises:
        FileStands: `--out` names a file that exists.
    """
    file: Path = arguments.file
    out: Path | None = arguments.out
    if arguments.in_place:
        return file
    if out is None:
        return _free_name(file)
    if os.path.lexists(out):
        raise FileStands(
            f"{out} exists and is not replaced: choose another name, or say --in-place."
        )
    return out


def _free_name(file: Path) -> Path:
    """`plan.signed.pdf` beside `plan.pdf`, then `plan.signed2.pdf`, and so on."""
    stem = _SIGNED.sub("", file.stem)
    numbers = ("" if number == 1 else str(number) for number in count(1))
    names = (file.with_name(f"{stem}.signed{number}{file.suffix}") for number in numbers)
    return next(name for name in names if not os.path.lexists(name))
