"""Default text: its variables are known and its references lead somewhere."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final

from app.domain.plan.documents import MessageTemplate
from app.domain.plan.plan import RECORD_TYPES, Kind
from app.domain.plan.sections import SECTION_KEYS
from app.domain.plan.variables import ORGANISATION
from app.persistence.library.checks.conditions import is_question
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems

_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_REFERENCE = re.compile(r"\]\(([a-z]+):([^()\s]*)\)")
_WEB: Final = frozenset({"https", "mailto"})
_KINDS: Final = {
    "role": Kind.ROLE,
    "party": Kind.PARTY,
    "severity": Kind.SEVERITY,
    "playbook": Kind.PLAYBOOK,
    "tree": Kind.TREE,
    "obligation": Kind.OBLIGATION,
}
"""What default text may refer to besides sections; it knows no people."""


def check_words(parts: TemplateParts, problems: Problems) -> None:
    """Note each variable and reference in default text and messages that means nothing."""
    questions = {str(placed.item.id): placed.item for placed in parts.questions()}
    targets = _targets(parts)
    for text in _texts(parts):
        for mistake in _variables(text.item, lambda name: is_question(name, questions)):
            problems.note(text.file, text.place, mistake)
        for mistake in _references(text.item, targets):
            problems.note(text.file, text.place, mistake)


def _texts(parts: TemplateParts) -> Iterator[Placed[str]]:
    for section in parts.sections:
        for at, block in enumerate(section.item.prose):
            yield Placed(section.file, f"{section.place}.prose[{at}].text", block.text)
    for placed in parts.records(MessageTemplate):
        yield Placed(placed.file, f"{placed.place}.body", placed.item.body)


def _targets(parts: TemplateParts) -> dict[str, Collection[str]]:
    known: dict[str, Collection[str]] = {
        name: {placed.item.id for placed in parts.records(RECORD_TYPES[kind])}
        for name, kind in _KINDS.items()
    }
    return known | {"section": SECTION_KEYS}


def _variables(text: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    for found in _VARIABLE.finditer(text):
        name = found[1].strip()
        if name != ORGANISATION and not is_known(name):
            yield f"'{{{{{name}}}}}' names no question"
    rest = _VARIABLE.sub("", text)
    if "{{" in rest or "}}" in rest:
        yield "a variable is not closed: write {{name}}"


def _references(text: str, targets: dict[str, Collection[str]]) -> Iterator[str]:
    for kind, target in _REFERENCE.findall(text):
        if kind in _WEB:
            continue
        if kind not in targets:
            yield f"'{kind}:{target}': {kind} is none of {', '.join(targets)}"
        elif target not in targets[kind]:
            yield f"'{kind}:{target}' leads nowhere"
