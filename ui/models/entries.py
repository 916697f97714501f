"""What the palette can find: everything in the plan that has a name, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.domain.plan.kinds import Kind
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.trees import TreeNode
from ui.bridge.session import PlanBridge
from ui.bridge.words import short_name
from ui.models.record_names import name_of, record_name, table_words

PICTURES: Final = {
    Kind.PERSON: "user",
    Kind.PARTY: "building-2",
    Kind.ROLE: "users",
    Kind.SEVERITY: "gauge",
    Kind.CATEGORY: "gauge",
    Kind.TREE: "network",
    Kind.PLAYBOOK: "workflow",
    Kind.OBLIGATION: "scale",
    Kind.FORM: "clipboard-check",
    Kind.MESSAGE: "message-square",
    Kind.RACI: "users",
    Kind.TREE_NODE: "network",
    Kind.STEP: "workflow",
    Kind.METRIC: "gauge",
    Kind.TRAINING: "graduation-cap",
    Kind.EXERCISE: "graduation-cap",
    Kind.ROADMAP: "target",
    Kind.RESOURCE: "archive",
    Kind.DOCUMENT: "file-text",
    Kind.LOG_SOURCE: "archive",
    Kind.DISTRIBUTION: "user",
    Kind.TERM: "file-text",
    Kind.ACTION: "list-checks",
    Kind.SAMPLE: "gauge",
}
"""The icon of each kind of record that is found by its name; what is gone to often comes first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `target` is where it leads, `words` are searched unseen.

    `also` are other names of it, found as its title is.
    """

    title: str
    place: str
    picture: str
    target: str
    words: str = ""
    also: tuple[str, ...] = ()


def entries_of(bridge: PlanBridge) -> tuple[Entry, ...]:
    """Everything in the plan one may want to go to."""
    parts = (_sections, _records, _requirements, _findings, _comments)
    return tuple(entry for part in parts for entry in part(bridge))


def _sections(bridge: PlanBridge) -> Iterator[Entry]:
    place = QCoreApplication.translate("Entries", "Section")
    known = bridge.template.by_key
    for section in bridge.plan.sections.values():
        purpose = known[section.id].purpose if section.id in known else ""
        words = f"{section.id.replace('_', ' ')} {purpose} {section.prose}"
        yield Entry(section.title, place, "file-text", f"section:{section.id}", words)


def _records(bridge: PlanBridge) -> Iterator[Entry]:
    plan = bridge.plan
    for kind, picture in PICTURES.items():
        one = table_words(kind).one
        for record in plan.table(kind).values():
            yield Entry(
                record_name(plan, kind, record),
                _place(plan, record) or one,
                picture,
                f"record:{kind.value}:{record.id}",
                f"{one} {_words(record)}",
            )


def _place(plan: Plan, record: Any) -> str:  # noqa: ANN401 - any record
    """What tells a record from its namesakes; blank where its kind does."""
    if isinstance(record, Person):
        return record.title
    if isinstance(record, PlaybookStep):
        return name_of(plan, Kind.PLAYBOOK, record.playbook)
    return name_of(plan, Kind.TREE, record.tree) if isinstance(record, TreeNode) else ""


def _words(record: Any) -> str:  # noqa: ANN401 - any record
    """Ways to reach somebody, with and without the blanks within numbers."""
    if not isinstance(record, (Person, Party)):
        return ""
    ways = [channel.address for channel in record.channels]
    return " ".join((*ways, *("".join(way.split()) for way in ways)))


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


def _findings(bridge: PlanBridge) -> Iterator[Entry]:
    place = QCoreApplication.translate("Entries", "Finding")
    for found in bridge.judgement.findings():
        yield Entry(found.reason, place, "list-checks", f"finding:{found.key}", found.fix)


def _comments(bridge: PlanBridge) -> Iterator[Entry]:
    place = QCoreApplication.translate("Entries", "Comment by {0}")
    for comment in bridge.plan.comments.values():
        title = " ".join(comment.text.split())
        said = place.format(comment.author)
        yield Entry(title, said, "message-square", f"comment:{comment.id}")
