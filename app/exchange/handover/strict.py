"""Reading a JSON file that may be anybody's: one object, taken literally or not at all."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from app.domain.errors import IrplanError
from app.exchange.content import content_problems

SHOWN_PROBLEMS = 5
"""How many problems a message quotes."""


class HandoverUnreadable(IrplanError):
    """The file is missing, too large, not UTF-8 or not one plain JSON object."""

    code: ClassVar[str] = "handover.unreadable"


class HandoverInvalid(IrplanError):
    """The file is JSON, but not what it should be; `problems` name the places."""

    code: ClassVar[str] = "handover.invalid"

    def __init__(self, name: str, problems: tuple[str, ...]) -> None:
        shown = "; ".join(problems[:SHOWN_PROBLEMS])
        more = f"; and {len(problems) - SHOWN_PROBLEMS} more" * (len(problems) > SHOWN_PROBLEMS)
        super().__init__(
            f"{name} cannot be used: {shown}{more}. Ask whoever sent it to make it again.",
            file=name,
        )
        self.problems = problems


class HandoverTooNew(IrplanError):
    """The file was made by a newer version of the program."""

    code: ClassVar[str] = "handover.too-new"

    def __init__(self, name: str, made_as: str) -> None:
        super().__init__(
            f"{name} was made by a newer version of irplan ({made_as}): update this one and try "
            "again.",
            file=name,
        )


class _NotPlain(ValueError):
    """JSON that could be read in two ways, or that no file of ours holds."""


def read_bytes(path: Path, largest: int) -> bytes:
    """The whole file, which is plain and has at most `largest` bytes.

    Raises:
        HandoverUnreadable: it is not, or cannot be read.
    """
    try:
        if not path.is_file():
            raise HandoverUnreadable(f"There is no file {path}: choose another.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise HandoverUnreadable(f"{path} cannot be read: {why}.") from error
    if len(data) > largest:
        raise HandoverUnreadable(f"{path.name} is larger than {largest >> 20} MB: choose another.")
    return data


def parsed(data: bytes, name: str) -> dict[str, Any]:
    """The object that `data` spells; `name` is the file's.

    Raises:
        HandoverUnreadable: it is no JSON object, or one that can be read in two ways.
        HandoverInvalid: a text or number in it is none that a plan can hold.
    """
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
            parse_float=_refuse_fraction,
        )
    except UnicodeDecodeError as error:
        raise HandoverUnreadable(f"{name} is not UTF-8 text: choose another file.") from error
    except RecursionError as error:
        raise HandoverUnreadable(f"{name} is nested too deeply: choose another file.") from error
    except ValueError as error:
        raise HandoverUnreadable(f"{name} is not plain JSON: {_why(error)}.") from error
    if not isinstance(found, dict):
        raise HandoverUnreadable(f"{name} holds no JSON object: choose another file.")
    problems = tuple(content_problems(found))
    if problems:
        raise HandoverInvalid(name, problems)
    return found


def check_format(data: dict[str, Any], wanted: str, name: str) -> None:
    """Make sure that `data` says that it is `wanted`, such as `irplan-approval-request/1`.

    Raises:
        HandoverTooNew: it says a later number.
        HandoverInvalid: it says something else.
    """
    stated = data.get("format")
    if stated == wanted:
        return
    kind, _, number = wanted.partition("/")
    found = re.fullmatch(rf"{re.escape(kind)}/([1-9][0-9]{{0,3}})", str(stated))
    if found is not None and int(found[1]) > int(number):
        raise HandoverTooNew(name, str(stated))
    raise HandoverInvalid(name, (f"format: is not {wanted}",))


def missing_or_wrong(
    data: dict[str, Any], wanted: Mapping[str, Callable[[object], bool]]
) -> list[str]:
    """What is wrong with the fields of `data`; `wanted` says of each name what fits."""
    problems = [f"{name}: is no part of it" for name in data if name not in wanted]
    problems += [f"{name}: is missing" for name in wanted if name not in data]
    problems += [
        f"{name}: is not what belongs here"
        for name, fits in wanted.items()
        if name in data and not fits(data[name])
    ]
    return problems


def is_text(value: object) -> bool:
    """Whether it is text."""
    return isinstance(value, str)


def _why(error: ValueError) -> str:
    if isinstance(error, _NotPlain):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at line {error.lineno}, column {error.colno}"
    return "a number in it is too long"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NotPlain(f"it states {twice[:40]!r} twice in one place")
    return found


def _refuse_constant(text: str) -> NoReturn:
    raise _NotPlain(f"{text} is no number")


def _refuse_fraction(text: str) -> NoReturn:
    raise _NotPlain(f"{text[:40]} is no whole number")
