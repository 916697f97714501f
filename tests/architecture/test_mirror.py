"""Each module of app has its test, found by name alone."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXEMPT_NAMES = {"__init__", "__main__", "env"}
EXEMPT_FOLDERS = {"migrations", "_data"}


def served_by(module: Path) -> list[str]:
    """Return the names a test of `module` may have: test_bar.py, or test_foo_bar.py."""
    names = [module.stem]
    for folder in reversed(module.relative_to("app").parts[:-1]):
        names.append(f"{folder}_{names[-1]}")
    return [f"test_{name}.py" for name in names]


def untested(root: Path) -> list[str]:
    tests = {file.name for file in (root / "tests").rglob("test_*.py")}
    modules = (file.relative_to(root) for file in sorted((root / "app").rglob("*.py")))
    return [
        module.as_posix()
        for module in modules
        if module.stem not in EXEMPT_NAMES
        and not EXEMPT_FOLDERS.intersection(module.parts)
        and tests.isdisjoint(served_by(module))
    ]


def test_every_module_of_app_has_a_test_of_its_name():
    assert untested(ROOT) == []


@pytest.mark.parametrize("name", ["test_bar.py", "test_foo_bar.py"])
def test_a_test_is_found_under_either_name(tmp_path, name):
    write(tmp_path, "app/foo/bar.py", f"tests/unit/{name}")

    assert untested(tmp_path) == []


def test_a_module_without_a_test_is_named(tmp_path):
    write(tmp_path, "app/foo/bar.py", "app/foo/__init__.py", "tests/unit/test_other.py")

    assert untested(tmp_path) == ["app/foo/bar.py"]


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
