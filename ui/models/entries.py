"""What the palette can find: every section, person, role, playbook, requirement and command."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.bridge.words import short_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `target` is where it leads, `words` are searched unseen."""

    title: str
    place: str
    picture: str
    target: str
    words: str = ""


def entries_of(bridge: PlanBridge) -> tuple[Entry, ...]:
    """Everything in the plan one may want to go to."""
    return (*_sections(bridge), *_records(bridge), *_requirements(bridge))


def _sections(bridge: PlanBridge) -> Iterator[Entry]:
    place = QCoreApplication.translate("Entries", "Section")
    known = bridge.template.by_key
    for section in bridge.plan.sections.values():
        purpose = known[section.id].purpose if section.id in known else ""
        words = f"{section.id.replace('_', ' ')} {purpose}"
        yield Entry(section.title, place, "file-text", f"section:{section.id}", words)


def _records(bridge: PlanBridge) -> Iterator[Entry]:
    for kind, (picture, place) in _shown_kinds().items():
        for record in bridge.plan.table(kind).values():
            target = f"record:{kind.value}:{record.id}"
            yield Entry(record.name, getattr(record, "title", "") or place, picture, target)


def _shown_kinds() -> dict[Kind, tuple[str, str]]:
    """The icon and the word for each kind of record that people know by its name."""
    translate = QCoreApplication.translate
    return {
        Kind.PERSON: ("user", translate("Entries", "Person")),
        Kind.PARTY: ("building-2", translate("Entries", "Outside party")),
        Kind.ROLE: ("users", translate("Entries", "Role")),
        Kind.SEVERITY: ("gauge", translate("Entries", "Severity")),
        Kind.TREE: ("network", translate("Entries", "Communication tree")),
        Kind.PLAYBOOK: ("workflow", translate("Entries", "Playbook")),
        Kind.OBLIGATION: ("scale", translate("Entries", "Duty to notify")),
        Kind.FORM: ("clipboard-check", translate("Entries", "Form")),
        Kind.MESSAGE: ("message-square", translate("Entries", "Prepared message")),
    }


def _requirements(bridge: PlanBridge) -> Iterator[Entry]:
    known = bridge.plan.sections
    for framework in bridge.judgement.frameworks:
        for status in bridge.judgement.coverage(framework.id):
            requirement = status.requirement
            answering = [key for key in requirement.sections if key in known]
            if answering:
                title = f"{requirement.id} {requirement.title}".strip()
                target = f"section:{answering[0]}"
                yield Entry(
                    title, short_name(framework.name), "shield-check", target, requirement.text
                )
