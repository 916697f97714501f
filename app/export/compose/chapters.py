"""What readers look up rather than read: the annexes, and the records each of them prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.domain.document.tree import Block
from app.domain.plan.plan import Plan
from app.export.compose.prose import ProseComposer
from app.export.compose.tables import (
    classification,
    decisions,
    duties,
    duty_cards,
    duty_timelines,
    evidence,
    forms,
    organisation,
    playbooks,
    programme,
    trees,
)


@dataclass(frozen=True, slots=True)
class Material:
    """What the annexes are made of; `frameworks` are the short names by id."""

    plan: Plan
    prose: ProseComposer
    frameworks: Mapping[str, str]


Presents = Callable[[Material], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Records of one section.

    `pointer` is what the section says of them, with `{annex}` and `{page}` where they are.
    Without a `title` their own headings stand in its place.
    """

    section: str
    pointer: str
    presents: Presents
    title: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Chapters under one letter; `id` is part of its anchor.

    When `listed`, the headings right below its own stand in the contents too.
    """

    id: str
    title: str
    chapters: tuple[Chapter, ...]
    listed: bool = False


def of_plan(present: Callable[[Plan], tuple[Block, ...]]) -> Presents:
    """A presentation that needs nothing but the plan."""
    return lambda material: present(material.plan)


ANNEXES = (
    Annex(
        "roles",
        "Roles and RACI",
        (
            Chapter(
                "roles",
                "Holders, deputies and duties of all roles are in {annex}, page {page}.",
                of_plan(organisation.roles),
                "Roles",
            ),
            Chapter(
                "roles",
                "The RACI table is in {annex}, page {page}.",
                of_plan(organisation.raci),
                "RACI",
            ),
            Chapter(
                "authority",
                "The decision rights of each role are in {annex}, page {page}.",
                of_plan(organisation.authority),
                "Decision rights",
            ),
        ),
    ),
    Annex(
        "contacts",
        "Contact directory",
        (
            Chapter(
                "contacts",
                "The contact directory is in {annex}, page {page}.",
                of_plan(organisation.contacts),
            ),
        ),
    ),
    Annex(
        "trees",
        "Communication trees",
        (
            Chapter(
                "escalation",
                "The communication trees are in {annex}, page {page}.",
                of_plan(trees.trees),
            ),
        ),
    ),
    Annex(
        "classification",
        "Classification",
        (
            Chapter(
                "classification",
                "Levels, matrix, sample incidents and categories are in {annex}, page {page}.",
                of_plan(classification.classification),
            ),
        ),
    ),
    Annex(
        "duties",
        "Notification duties",
        (
            Chapter(
                "legal_register",
                "The register of duties to notify is in {annex}, page {page}.",
                of_plan(duties.register),
                "Register of duties",
            ),
            Chapter(
                "notification",
                "The times of all notices are drawn in {annex}, page {page}.",
                of_plan(duty_timelines.timelines),
                "Times of all notices",
            ),
            Chapter(
                "notification",
                "Each duty has a card in {annex}, page {page}.",
                of_plan(duty_cards.cards),
                "Duties one by one",
            ),
            Chapter(
                "notification",
                "Decisions to notify are recorded in {annex}, page {page}.",
                of_plan(decisions.decisions),
                "Decisions to notify",
            ),
        ),
    ),
    Annex(
        "playbooks",
        "Playbooks",
        (
            Chapter(
                "playbooks",
                "The playbooks are in {annex}, page {page}.",
                of_plan(playbooks.playbooks),
            ),
        ),
        listed=True,
    ),
    Annex(
        "forms",
        "Forms",
        (
            Chapter(
                "forms_templates",
                "The forms are in {annex}, page {page}.",
                of_plan(forms.forms),
            ),
        ),
    ),
    Annex(
        "messages",
        "Messages",
        (
            Chapter(
                "forms_templates",
                "The prepared messages are in {annex}, page {page}.",
                lambda material: forms.messages(material.plan, material.prose),
            ),
        ),
    ),
    Annex(
        "programme",
        "Programme and records",
        (
            Chapter(
                "resources",
                "The resources are listed in {annex}, page {page}.",
                of_plan(organisation.resources),
                "Resources",
            ),
            Chapter(
                "logging_monitoring",
                "The log sources are listed in {annex}, page {page}.",
                of_plan(programme.log_sources),
                "Log sources",
            ),
            Chapter(
                "metrics",
                "The metrics are defined in {annex}, page {page}.",
                of_plan(programme.metrics),
                "Metrics",
            ),
            Chapter(
                "training",
                "The training programme is in {annex}, page {page}.",
                of_plan(programme.training),
                "Training",
            ),
            Chapter(
                "exercises",
                "The exercise programme is in {annex}, page {page}.",
                of_plan(programme.exercises),
                "Exercises",
            ),
            Chapter(
                "roadmap",
                "The roadmap is in {annex}, page {page}.",
                of_plan(programme.roadmap),
                "Roadmap",
            ),
            Chapter(
                "document_control",
                "Related documents are listed in {annex}, page {page}.",
                of_plan(programme.related_documents),
                "Related documents",
            ),
            Chapter(
                "maintenance_review",
                "Evidence on file is listed in {annex}, page {page}.",
                lambda material: evidence.evidence(material.plan, material.frameworks),
                "Evidence on file",
            ),
        ),
    ),
    Annex(
        "glossary",
        "Glossary",
        (
            Chapter(
                "definitions",
                "The terms are explained in {annex}, page {page}.",
                of_plan(programme.terms),
            ),
        ),
    ),
)
"""The annexes before the evidence, in the order of their letters."""

RESPONSE_TIMES = Chapter(
    "escalation",
    "Response and escalation times are in {annex}, page {page}.",
    of_plan(classification.escalation),
)
DEADLINES = Chapter(
    "notification",
    "The deadlines of all notices are in {annex}, page {page}.",
    of_plan(duties.deadlines),
    "Deadlines",
)
ANNEXED_WHEN_SHORT = {"classification": RESPONSE_TIMES, "duties": DEADLINES}
"""Tables that stand in the core of a long document, by the annex they open in a short one."""


def annexes_of(*, short: bool) -> tuple[Annex, ...]:
    """The annexes of a short document, or of any other."""
    if not short:
        return ANNEXES
    return tuple(
        replace(annex, chapters=(ANNEXED_WHEN_SHORT[annex.id], *annex.chapters))
        if annex.id in ANNEXED_WHEN_SHORT
        else annex
        for annex in ANNEXES
    )


EVIDENCE = "Evidence and traceability"
"""The title of the last annex, which shows where the others and the sections prove what."""
