"""YAML files of the library: found, read whole under a size cap, and named in messages."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.persistence.library.problems import Problems
from app.persistence.library.strict_yaml import NotStrictYaml, read_yaml

MAX_BYTES: Final = 2 * 1024 * 1024
"""Size of a file above which it is not read at all."""


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """One file; `name` is its path from the library folder's own name on, with slashes."""

    path: Path
    name: str


def named(root: Path, path: Path) -> LibraryFile:
    """The file at `path`, called by its place below `root`."""
    return LibraryFile(path, f"{root.name}/{path.relative_to(root).as_posix()}")


def yaml_files(root: Path, folder: Path) -> tuple[LibraryFile, ...]:
    """The YAML files right in `folder`, by name; none if there is no such folder."""
    return tuple(named(root, path) for path in sorted(folder.glob("*.yaml")))


def load(file: LibraryFile, problems: Problems) -> Any:  # noqa: ANN401 - any data
    """The data in `file`; None, and a problem noted, when it cannot be read."""
    text = text_of(file, problems)
    return None if text is None else parsed(text, file, problems)


def text_of(file: LibraryFile, problems: Problems) -> str | None:
    """The text of `file`; None, and a problem noted, when it cannot be read."""
    try:
        return _text(file.path)
    except UnicodeDecodeError as error:
        problems.note(file.name, "", f"byte {error.start + 1} is not UTF-8; save it as UTF-8")
    except OSError as error:
        problems.note(file.name, "", f"cannot be read ({error.strerror})")
    return None


def parsed(text: str, file: LibraryFile, problems: Problems) -> Any:  # noqa: ANN401 - any data
    """The data in `text`, which stands in `file`; None, and a problem noted, when there is none."""
    try:
        data = read_yaml(text)
    except NotStrictYaml as error:
        for problem in error.problems:
            problems.note(file.name, "", problem)
        return None
    if data is None:
        problems.note(file.name, "", "is empty")
    return data


def _text(path: Path) -> str:
    with path.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"larger than {MAX_BYTES // 1024**2} MB")
    return content.decode("utf-8-sig")
