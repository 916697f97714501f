"""Every section key once, in document order, with a reason wherever it may not apply."""

from pathlib import PurePosixPath

from app.domain.plan.sections import SECTION_GROUPS, SectionGroup
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems


def check_sections(parts: TemplateParts, problems: Problems) -> None:
    """Each file holds the sections of its group, all of them and in their order."""
    folder = PurePosixPath(parts.header.file).parent / "sections"
    for group, keys in SECTION_GROUPS.items():
        file = str(folder / f"{group.value}.yaml")
        found = tuple(item.item.key for item in parts.sections if item.file == file)
        if found != keys:
            problems.note(file, "sections", _difference(group, found))
    for section in parts.sections:
        if section.item.applies is not None and not section.item.otherwise.strip():
            sentence = "is missing; say why the section does not apply"
            problems.note(section.file, f"{section.place}.otherwise", sentence)


def _difference(group: SectionGroup, found: tuple[str, ...]) -> str:
    keys = SECTION_GROUPS[group]
    missing = [key for key in keys if key not in found]
    foreign = [key for key in found if key not in keys]
    twice = sorted({key for key in found if found.count(key) > 1})
    told = [
        f"{words} {', '.join(which)}"
        for words, which in (("lacks", missing), ("may not hold", foreign), ("repeats", twice))
        if which
    ]
    return "; ".join(told) or f"the order is {', '.join(keys)}"
