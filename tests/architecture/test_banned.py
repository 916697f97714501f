"""Calls that have hurt others, and what to do instead."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PICKLE = "it runs what it reads; use JSON"
OPEN_URL = "only ui.bridge may open a link, after checking its scheme"
CLOCK = "take the Clock port; a plan's dates must be testable"
XML = "give it a parser without entities, network and huge trees"

BANNED_MODULES = {"pickle": PICKLE, "marshal": PICKLE, "shelve": PICKLE, "dill": PICKLE}
BANNED_CALLS = {
    "yaml.load": "use a SafeLoader",
    "yaml.unsafe_load": "use a SafeLoader",
    "yaml.full_load": "use a SafeLoader",
    "extractall": "read members one by one, within limits",
    "openUrl": OPEN_URL,
    "etree.parse": XML,
    "etree.fromstring": XML,
    "ElementTree.parse": XML,
    "ElementTree.fromstring": XML,
    "datetime.now": CLOCK,
    "datetime.utcnow": CLOCK,
    "date.today": CLOCK,
    "eval": "text from people is never code",
    "exec": "text from people is never code",
    "os.system": "use subprocess with a list",
    "selectRow": "it finds no row from right to left; use ui.widgets.tables.choose_row",
}
ALLOWED = {
    ("app/services/clock.py", "datetime.now"),
    ("app/bootstrap/clock.py", "datetime.now"),
    ("ui/bridge/links.py", "openUrl"),
}
"""The one adapter that may, for each."""


def complaints(text: str, where: str = "app/x.py") -> list[str]:
    tree = ast.parse(text)
    found = [*banned_imports(tree), *banned_calls(tree)]
    return [
        f"{where}:{line}: {name}: {reason}"
        for line, name, reason in found
        if (where, name) not in ALLOWED
    ]


def banned_imports(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name in BANNED_MODULES:
                yield node.lineno, name, BANNED_MODULES[name]


def banned_calls(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not is_guarded(node):
            called = ast.unparse(node.func)
            for name, reason in BANNED_CALLS.items():
                if matches(called, name):
                    yield node.lineno, name, reason


def matches(called: str, name: str) -> bool:
    """`eval` bans the builtin only; `etree.parse` and `extractall` ban any path that ends so."""
    if name in {"eval", "exec"}:
        return called == name
    return called == name or called.endswith(f".{name}")


def is_guarded(call: ast.Call) -> bool:
    """Whether the call hands over a safe loader or a parser of our own making."""
    handed = [*call.args[1:2], *(keyword.value for keyword in call.keywords)]
    text = " ".join(ast.unparse(value).lower() for value in handed)
    return any(word in text for word in ("safeloader", "strictloader", "parser"))


def test_no_banned_call_is_made():
    files = [file for top in ("app", "ui") for file in sorted((ROOT / top).rglob("*.py"))]

    found = [
        complaint
        for file in files
        for complaint in complaints(file.read_text("utf-8"), file.relative_to(ROOT).as_posix())
    ]

    assert found == []


@pytest.mark.parametrize(
    "bad",
    [
        "import pickle",
        "from pickle import loads",
        "yaml.load(text)",
        "yaml.load(text, Loader=yaml.Loader)",
        "archive.extractall(folder)",
        "etree.parse(file)",
        "lxml.etree.fromstring(data)",
        "datetime.datetime.now(datetime.UTC)",
        "QDesktopServices.openUrl(url)",
        "eval(text)",
    ],
)
def test_a_banned_call_is_found(bad):
    assert len(complaints(bad)) == 1


@pytest.mark.parametrize(
    "good",
    [
        "yaml.load(text, Loader=yaml.CSafeLoader)",
        "etree.parse(file, parser)",
        "etree.fromstring(data, parser=hardened_parser())",
        "clock.now()",
        "dialog.exec()",
    ],
)
def test_a_guarded_call_passes(good):
    assert complaints(good) == []
