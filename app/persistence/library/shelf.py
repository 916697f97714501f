"""What the frameworks of a folder are called, told by the heads of their files alone.

The head of a file ends where its requirements begin. These are counted by the lines that begin
them, never parsed, so that a list of all frameworks costs next to nothing.
"""

import re
from pathlib import Path
from typing import Final

from app.persistence.library.files import LibraryFile, parsed, text_of, yaml_files
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.framework import FrameworkHead
from app.services.library import FrameworkSummary

_REQUIREMENTS: Final = re.compile(r"^requirements:.*$", re.MULTILINE)
_REQUIREMENT: Final = re.compile(r"^  - ", re.MULTILINE)
_BASELINES: Final = re.compile(r"^    baselines:", re.MULTILINE)


def read_shelf(folder: Path) -> tuple[FrameworkSummary, ...]:
    """Every framework in `folder`, by id.

    Raises:
        LibraryFileInvalid: With every problem of the heads.
    """
    problems = Problems()
    read = [_summary(file, problems) for file in yaml_files(folder, folder)]
    shelf = tuple(summary for summary in read if summary is not None)
    _check_names(folder.name, shelf, problems)
    problems.raise_any()
    return shelf


def _summary(file: LibraryFile, problems: Problems) -> FrameworkSummary | None:
    text = text_of(file, problems)
    if text is None:
        return None
    begin = _REQUIREMENTS.search(text)
    head, body = (text[: begin.start()], text[begin.end() :]) if begin else (text, "")
    data = parsed(head, file, problems)
    content = None if data is None else validated(FrameworkHead, data, file.name, problems)
    if content is None:
        return None
    return FrameworkSummary(
        id=content.id,
        name=content.name,
        publisher=content.publisher,
        edition=content.edition,
        status=content.status,
        kind=content.kind,
        requirements=len(_REQUIREMENT.findall(body)),
        has_baselines=_BASELINES.search(body) is not None,
        aliases=tuple(content.aliases),
    )


def _check_names(folder: str, shelf: tuple[FrameworkSummary, ...], problems: Problems) -> None:
    taken: dict[str, str] = {}
    for framework in shelf:
        for name in (framework.id, *framework.aliases):
            if name in taken:
                file = f"{folder}/{framework.id}.yaml"
                problems.note(file, "", f"'{name}' is also a name of {taken[name]}")
            taken[name] = framework.id
