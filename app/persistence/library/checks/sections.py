"""Every section in one part of the template, and a reason wherever it may not apply."""

from app.domain.plan.sections import SECTION_KEYS
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems


def check_sections(parts: TemplateParts, problems: Problems) -> None:
    """The template's parts hold each of the 40 sections once."""
    header = parts.header
    named = [key for part in header.item.parts for key in part.sections]
    ids = [part.id for part in header.item.parts]
    told = (
        ("lacks", [key for key in SECTION_KEYS if key not in named]),
        ("may not hold", sorted({key for key in named if key not in SECTION_KEYS})),
        ("repeats", [*_twice(named), *_twice([f"the part {name}" for name in ids])]),
    )
    sentence = "; ".join(f"{words} {', '.join(which)}" for words, which in told if which)
    if sentence:
        problems.note(header.file, "parts", sentence)
    for section in parts.sections:
        if section.item.applies is not None and not section.item.otherwise.strip():
            sentence = "is missing; say why the section does not apply"
            problems.note(section.file, f"{section.place}.otherwise", sentence)


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
