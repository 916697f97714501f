"""The sections of a plan dealt out to the parts of the document."""

from collections.abc import Iterable

from app.domain.interview.template import Part, PlanTemplate

FURTHER = "further"
"""The last part: sections the template knows no place for; its title is left to the reader."""


def arranged(template: PlanTemplate, keys: Iterable[str]) -> tuple[Part, ...]:
    """The parts of `template`, each with those of `keys` that stand in it, none empty.

    Keys the template does not name, as in a plan made with another library, follow in a part
    of their own.
    """
    left = dict.fromkeys(map(str, keys))
    parts: list[Part] = []
    for part in template.parts:
        found = tuple(key for key in part.sections if key in left)
        for key in found:
            del left[key]
        parts.append(Part(part.id, part.title, found))
    parts.append(Part(FURTHER, "", tuple(left)))
    return tuple(part for part in parts if part.sections)
