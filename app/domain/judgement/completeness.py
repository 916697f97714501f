"""How far each section is: required answers, text, and the records it presents."""

from dataclasses import dataclass

from app.domain.document.prose.mentions import variables
from app.domain.interview.conditions import says_something
from app.domain.judgement.context import Context, applies
from app.domain.judgement.reading import parsed
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section
from app.domain.plan.variables import variable_text

TABLES: dict[str, tuple[Kind, ...]] = {
    "definitions": (Kind.TERM,),
    "legal_register": (Kind.OBLIGATION,),
    "roles": (Kind.ROLE, Kind.RACI),
    "contacts": (Kind.PERSON, Kind.PARTY),
    "resources": (Kind.RESOURCE,),
    "logging_monitoring": (Kind.LOG_SOURCE,),
    "classification": (Kind.SEVERITY, Kind.CELL, Kind.CATEGORY),
    "escalation": (Kind.TREE,),
    "communications": (Kind.MESSAGE,),
    "notification": (Kind.OBLIGATION,),
    "metrics": (Kind.METRIC,),
    "training": (Kind.TRAINING,),
    "exercises": (Kind.EXERCISE,),
    "roadmap": (Kind.ROADMAP,),
    "document_control": (Kind.VERSION,),
    "distribution_protection": (Kind.DISTRIBUTION,),
    "playbooks": (Kind.PLAYBOOK,),
    "forms_templates": (Kind.FORM,),
}
"""The tables a section presents; each needs at least one record for it to be complete."""

TABLE_NAMES = {
    Kind.TERM: "terms",
    Kind.OBLIGATION: "duties to notify",
    Kind.ROLE: "roles",
    Kind.RACI: "RACI activities",
    Kind.PERSON: "people",
    Kind.PARTY: "outside parties",
    Kind.RESOURCE: "resources",
    Kind.LOG_SOURCE: "log sources",
    Kind.SEVERITY: "severity levels",
    Kind.CELL: "matrix cells",
    Kind.CATEGORY: "incident categories",
    Kind.TREE: "communication trees",
    Kind.MESSAGE: "prepared messages",
    Kind.METRIC: "metrics",
    Kind.TRAINING: "training",
    Kind.EXERCISE: "exercises",
    Kind.ROADMAP: "roadmap goals",
    Kind.VERSION: "versions",
    Kind.DISTRIBUTION: "copies on the distribution list",
    Kind.PLAYBOOK: "playbooks",
    Kind.FORM: "forms",
    Kind.TREE_NODE: "calls of communication trees",
    Kind.IMPACT: "levels of impact",
    Kind.URGENCY: "levels of urgency",
    Kind.SAMPLE: "sample incidents",
    Kind.DIMENSION: "dimensions of impact",
    Kind.STEP: "playbook steps",
    Kind.DOCUMENT: "related documents",
    Kind.ACTION: "open actions",
    Kind.EVIDENCE: "records of evidence",
    Kind.DECISION: "decisions to notify",
    Kind.SECTION: "sections",
}
"""What the records of a table are called in a sentence."""


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """Progress of one section, counted in things a complete one needs.

    `open_questions` are ids of required questions, `empty_tables` lack records, `words` are
    the variables in the text and `open_words` those that stand for nothing yet.
    """

    section: RecordId
    done: int
    needed: int
    open_questions: tuple[str, ...] = ()
    empty_tables: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    open_words: tuple[str, ...] = ()
    has_text: bool = False
    applicable: bool = True

    @property
    def complete(self) -> bool:
        """Whether nothing is left to state; a section that does not apply is complete."""
        return self.done == self.needed

    @property
    def share(self) -> float:
        """Progress from 0 to 1."""
        return self.done / self.needed if self.needed else 1.0


def judge_section(context: Context, section: Section) -> SectionStatus:
    """The status of `section` in its plan."""
    if not applies(section):
        return SectionStatus(section.id, 0, 0, applicable=False)
    required = [item.id for item in context.asked(section.id) if item.required]
    open_questions = tuple(
        str(item) for item in required if not says_something(context.answers.get(item))
    )
    tables = TABLES.get(section.id, ())
    empty = tuple(kind for kind in tables if not context.plan.table(kind))
    words = variables(parsed(section.prose))
    open_words = tuple(name for name in words if variable_text(context.plan, name) is None)
    has_text = bool(section.prose.strip())
    needed = len(required) + len(tables) + 1 + len(words)
    missing = len(open_questions) + len(empty) + (not has_text) + len(open_words)
    return SectionStatus(
        section.id, needed - missing, needed, open_questions, empty, words, open_words, has_text
    )
