"""What a value from somebody's file may hold, whatever it is meant to be."""

from collections.abc import Iterator, Mapping

from app.domain.plan.texts import problem_with

DEEPEST = 16
"""Levels of tables and lists inside each other; a plan needs five."""

LARGEST_NUMBER = 1_000_000_000
"""Nothing in a plan is counted that far, and Python refuses to print numbers without end."""


def content_problems(value: object, path: str = "", level: int = 0) -> Iterator[str]:
    """Every text, name or number in `value` that no plan can hold, with its place."""
    if level > DEEPEST:
        yield f"{path}: is nested deeper than {DEEPEST} levels"
        return
    match value:
        case Mapping():
            for name, inner in value.items():
                yield from _entry_problems(str(name), inner, path, level)
        case list():
            for at, inner in enumerate(value):
                yield from content_problems(inner, f"{path}[{at}]", level + 1)
        case _:
            problem = _problem(value)
            if problem is not None:
                yield f"{path}: {problem}"


def _problem(value: object) -> str | None:
    if isinstance(value, str):
        return problem_with(value)
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        return f"is a number beyond {LARGEST_NUMBER:,}"
    return None


def _entry_problems(name: str, value: object, path: str, level: int) -> Iterator[str]:
    problem = problem_with(name)
    if problem is not None:
        yield f"{path or 'the file'}: a name in it {problem}"
    else:
        yield from content_problems(value, f"{path}.{name}" if path else name, level + 1)
