"""What readers look up rather than read: the annexes, and the records each of them prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.domain.document.tree import Block
from app.export.compose.prose import ProseComposer
from app.export.compose.scribe import Scribe
from app.export.compose.tables import (
    classification,
    decisions,
    duties,
    duty_cards,
    duty_timelines,
    evidence,
    forms,
    learning,
    organisation,
    playbooks,
    practice,
    programme,
    trees,
)


@dataclass(frozen=True, slots=True)
class Material:
    """What the annexes are made of; `frameworks` are the short names by id."""

    scribe: Scribe
    prose: ProseComposer
    frameworks: Mapping[str, str]


Presents = Callable[[Material], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Records of one section.

    `pointer` is the label of what the section says of them, with `{annex}` and `{page}` where they
    are. `title` is a label too; without one their own headings stand in its place.
    """

    section: str
    pointer: str
    presents: Presents
    title: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Chapters under one letter; `id` is part of its anchor, `title` a label.

    When `listed`, the headings right below its own stand in the contents too.
    """

    id: str
    title: str
    chapters: tuple[Chapter, ...]
    listed: bool = False


def of_plan(present: Callable[[Scribe], tuple[Block, ...]]) -> Presents:
    """A presentation that needs nothing but the plan and words."""
    return lambda material: present(material.scribe)


ANNEXES = (
    Annex(
        "roles",
        "annex.roles",
        (
            Chapter(
                "roles",
                "pointer.roles",
                of_plan(organisation.roles),
                "chapter.roles",
            ),
            Chapter(
                "roles",
                "pointer.raci",
                of_plan(organisation.raci),
                "chapter.raci",
            ),
            Chapter(
                "authority",
                "pointer.authority",
                of_plan(organisation.authority),
                "chapter.authority",
            ),
        ),
    ),
    Annex(
        "contacts",
        "annex.contacts",
        (
            Chapter(
                "contacts",
                "pointer.contacts",
                of_plan(organisation.contacts),
            ),
        ),
    ),
    Annex(
        "trees",
        "annex.trees",
        (
            Chapter(
                "escalation",
                "pointer.trees",
                of_plan(trees.trees),
            ),
        ),
    ),
    Annex(
        "classification",
        "annex.classification",
        (
            Chapter(
                "classification",
                "pointer.classification",
                of_plan(classification.classification),
            ),
        ),
    ),
    Annex(
        "duties",
        "annex.duties",
        (
            Chapter(
                "legal_register",
                "pointer.register",
                of_plan(duties.register),
                "chapter.register",
            ),
            Chapter(
                "notification",
                "pointer.timelines",
                of_plan(duty_timelines.timelines),
                "chapter.timelines",
            ),
            Chapter(
                "notification",
                "pointer.cards",
                of_plan(duty_cards.cards),
                "chapter.cards",
            ),
            Chapter(
                "notification",
                "pointer.decisions",
                of_plan(decisions.decisions),
                "chapter.decisions",
            ),
        ),
    ),
    Annex(
        "playbooks",
        "annex.playbooks",
        (
            Chapter(
                "playbooks",
                "pointer.playbooks",
                of_plan(playbooks.playbooks),
            ),
        ),
        listed=True,
    ),
    Annex(
        "forms",
        "annex.forms",
        (
            Chapter(
                "forms_templates",
                "pointer.forms",
                of_plan(forms.forms),
            ),
        ),
    ),
    Annex(
        "messages",
        "annex.messages",
        (
            Chapter(
                "forms_templates",
                "pointer.messages",
                lambda material: forms.messages(material.scribe, material.prose),
            ),
        ),
    ),
    Annex(
        "programme",
        "annex.programme",
        (
            Chapter(
                "resources",
                "pointer.resources",
                of_plan(organisation.resources),
                "chapter.resources",
            ),
            Chapter(
                "logging_monitoring",
                "pointer.log-sources",
                of_plan(programme.log_sources),
                "chapter.log-sources",
            ),
            Chapter(
                "metrics",
                "pointer.metrics",
                of_plan(programme.metrics),
                "chapter.metrics",
            ),
            Chapter(
                "training",
                "pointer.training",
                of_plan(programme.training),
                "chapter.training",
            ),
            Chapter(
                "exercises",
                "pointer.exercises",
                of_plan(programme.exercises),
                "chapter.exercises",
            ),
            Chapter(
                "roadmap",
                "pointer.roadmap",
                of_plan(programme.roadmap),
                "chapter.roadmap",
            ),
            Chapter(
                "document_control",
                "pointer.documents",
                of_plan(programme.related_documents),
                "chapter.documents",
            ),
            Chapter(
                "maintenance_review",
                "pointer.evidence",
                lambda material: evidence.evidence(material.scribe, material.frameworks),
                "chapter.evidence",
            ),
        ),
    ),
    Annex(
        "learning",
        "annex.learning",
        (
            Chapter(
                "exercises",
                "pointer.activations",
                of_plan(learning.activations),
                "chapter.activations",
            ),
            Chapter(
                "exercises",
                "pointer.lessons",
                of_plan(learning.lessons),
                "chapter.lessons",
            ),
            Chapter(
                "exercises",
                "pointer.practice",
                of_plan(practice.practice),
                "chapter.practice",
            ),
            Chapter(
                "exercises",
                "pointer.files",
                of_plan(learning.kept_files),
                "chapter.files",
            ),
        ),
    ),
    Annex(
        "glossary",
        "annex.glossary",
        (
            Chapter(
                "definitions",
                "pointer.terms",
                of_plan(programme.terms),
            ),
        ),
    ),
)
"""The annexes before the evidence, in the order of their letters."""

RESPONSE_TIMES = Chapter(
    "escalation",
    "pointer.escalation",
    of_plan(classification.escalation),
)
DEADLINES = Chapter(
    "notification",
    "pointer.deadlines",
    of_plan(duties.deadlines),
    "chapter.deadlines",
)
DISTRIBUTION = Chapter(
    "distribution_protection",
    "pointer.distribution",
    of_plan(programme.distribution),
    "chapter.distribution",
)
ANNEXED_WHEN_SHORT = {
    "classification": RESPONSE_TIMES,
    "duties": DEADLINES,
    "programme": DISTRIBUTION,
}
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


EVIDENCE = "annex.evidence"
"""The label of the last annex, which shows where the others and the sections prove what."""
