"""Each expected failure has a code of its own, which tests, logs and the window go by."""

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import app
from app.domain.errors import IrplanError

DOTTED = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)+")
NOT_IMPORTED = ("app.__main__", "app.cli.__main__", "app.persistence.db.migrations.env")
"""These do something when they are imported."""


def all_errors() -> list[type[IrplanError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name not in NOT_IMPORTED and ".versions" not in module.name:
            importlib.import_module(module.name)
    ours = (each for each in family(IrplanError) if each.__module__.startswith("app."))
    return sorted(ours, key=lambda each: each.__qualname__)


def family(kind: type[IrplanError]) -> Iterator[type[IrplanError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


def shared_codes(kinds: Iterable[type[IrplanError]]) -> dict[str, list[str]]:
    """Codes that two unrelated kinds use, and codes that a kind has only inherited."""
    users: dict[str, list[str]] = defaultdict(list)
    for kind in kinds:
        users[kind.code].append(kind.__qualname__)
    return {code: names for code, names in users.items() if len(names) > 1}


def ill_spelled(kinds: Iterable[type[IrplanError]]) -> list[str]:
    return [kind.code for kind in kinds if DOTTED.fullmatch(kind.code) is None]


def test_every_code_belongs_to_one_kind_of_error() -> None:
    assert shared_codes(all_errors()) == {}


def test_every_code_is_lower_case_with_dots() -> None:
    assert ill_spelled(all_errors()) == []


def test_errors_are_found_throughout_the_program() -> None:
    areas = {kind.code.partition(".")[0] for kind in all_errors()}

    assert {"irplan", "plan-file"} < areas


def test_a_code_used_twice_is_found() -> None:
    one = type("One", (IrplanError,), {"code": "area.one"})
    other = type("Other", (IrplanError,), {"code": "area.one"})
    heir = type("Heir", (IrplanError,), {})

    assert shared_codes([IrplanError, one, other, heir]) == {
        "area.one": ["One", "Other"],
        "irplan.failed": ["IrplanError", "Heir"],
    }


def test_a_code_of_another_spelling_is_found() -> None:
    codes = [
        "plan-file.no-folder",
        "planfile",
        "Plan.File",
        "plan.",
        ".plan",
        "plan file.x",
        "a.b.c",
    ]

    kinds = [type("Any", (IrplanError,), {"code": code}) for code in codes]

    assert ill_spelled(kinds) == ["planfile", "Plan.File", "plan.", ".plan", "plan file.x"]
