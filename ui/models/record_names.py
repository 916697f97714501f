"""What single records and whole tables are called on screen; never by their ids."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.trees import NodeTarget, TreeNode
from ui.models.record_form import name_field

CALLED_KINDS = {
    NodeTarget.ROLE: Kind.ROLE,
    NodeTarget.PERSON: Kind.PERSON,
    NodeTarget.PARTY: Kind.PARTY,
}
"""The table behind each kind of target in a communication tree."""


@dataclass(frozen=True, slots=True)
class TableWords:
    """A table's heading, one record of it, how to add one, and what to do while it is empty."""

    many: str
    one: str
    add: str
    empty: str


def record_name(plan: Plan, kind: Kind, record: Any) -> str:  # noqa: ANN401 - any record
    """What people know `record` by; never blank."""
    if isinstance(record, TreeNode):
        return _called(plan, record)
    if kind is Kind.CELL:
        parts = (plan.impacts.get(record.impact), plan.urgencies.get(record.urgency))
        return " \u00d7 ".join(level.name for level in parts if level is not None)
    if isinstance(record, NotificationDecision):
        duty = name_of(plan, Kind.OBLIGATION, record.obligation)
        return ": ".join(filter(None, (record.incident.strip(), duty)))
    named = str(getattr(record, name_field(kind))).strip()
    return named or QCoreApplication.translate("Records", "Without a name")


def name_of(plan: Plan, kind: Kind, key: RecordId) -> str:
    """The name of a record by its id; says so when the plan has no such record."""
    record = plan.find(kind, key)
    if record is None:
        return QCoreApplication.translate("Records", "No longer in the plan")
    return record_name(plan, kind, record)


def _called(plan: Plan, node: TreeNode) -> str:
    kind = CALLED_KINDS.get(node.target)
    if node.name.strip() or kind is None:
        return node.name.strip() or QCoreApplication.translate("Records", "A group without a name")
    return name_of(plan, kind, RecordId(node.target_id))


def table_words(kind: Kind) -> TableWords:
    """The words for the table of `kind`.

    Raises:
        KeyError: a table that has no place of its own on screen.
    """
    return TableWords(*{**_organisation(), **_response(), **_programme(), **_governance()}[kind])


_Words = dict[Kind, tuple[str, str, str, str]]


def _organisation() -> _Words:
    translate = QCoreApplication.translate
    return {
        Kind.PERSON: (
            translate("Records", "People"),
            translate("Records", "Person"),
            translate("Records", "Add person\u2026"),
            translate("Records", "No people yet. Add the people who act in an incident."),
        ),
        Kind.PARTY: (
            translate("Records", "Outside parties"),
            translate("Records", "Outside party"),
            translate("Records", "Add party\u2026"),
            translate(
                "Records",
                "No outside parties yet. Add authorities, insurer, suppliers and others to call.",
            ),
        ),
        Kind.ROLE: (
            translate("Records", "Roles"),
            translate("Records", "Role"),
            translate("Records", "Add role\u2026"),
            translate("Records", "No roles yet. Add the functions somebody fills in an incident."),
        ),
        Kind.RACI: (
            translate("Records", "RACI activities"),
            translate("Records", "RACI activity"),
            translate("Records", "Add activity\u2026"),
            translate("Records", "No activities yet. Add one and say who answers for it."),
        ),
        Kind.TREE: (
            translate("Records", "Communication trees"),
            translate("Records", "Communication tree"),
            translate("Records", "Add tree\u2026"),
            translate("Records", "No trees yet. Add one, then those who are called in it."),
        ),
        Kind.TREE_NODE: (
            translate("Records", "Calls"),
            translate("Records", "Call in the tree"),
            translate("Records", "Add call\u2026"),
            translate("Records", "Nobody is called yet. Add whoever starts the tree."),
        ),
    }


def _response() -> _Words:
    translate = QCoreApplication.translate
    return {
        Kind.SEVERITY: (
            translate("Records", "Severity levels"),
            translate("Records", "Severity level"),
            translate("Records", "Add level\u2026"),
            translate("Records", "No severity levels yet. Add the worst one first."),
        ),
        Kind.IMPACT: (
            translate("Records", "Impact levels"),
            translate("Records", "Impact level"),
            translate("Records", "Add impact\u2026"),
            translate("Records", "No impact levels yet. Add the rows of the matrix."),
        ),
        Kind.URGENCY: (
            translate("Records", "Urgency levels"),
            translate("Records", "Urgency level"),
            translate("Records", "Add urgency\u2026"),
            translate("Records", "No urgency levels yet. Add the columns of the matrix."),
        ),
        Kind.CELL: (
            translate("Records", "Matrix"),
            translate("Records", "Matrix cell"),
            translate("Records", "Edit matrix\u2026"),
            translate(
                "Records",
                "No matrix yet. Add severity, impact and urgency levels, then edit it here.",
            ),
        ),
        Kind.CATEGORY: (
            translate("Records", "Incident categories"),
            translate("Records", "Incident category"),
            translate("Records", "Add category\u2026"),
            translate("Records", "No categories yet. Add the kinds of incident you tell apart."),
        ),
        Kind.DIMENSION: (
            translate("Records", "Dimensions of impact"),
            translate("Records", "Dimension of impact"),
            translate("Records", "Add dimension\u2026"),
            translate(
                "Records",
                "No dimensions yet. Add one for each kind of harm to judge impact by several.",
            ),
        ),
        Kind.SAMPLE: (
            translate("Records", "Sample incidents"),
            translate("Records", "Sample incident"),
            translate("Records", "Add sample\u2026"),
            translate("Records", "No samples yet. Add incidents to try the matrix on."),
        ),
        Kind.PLAYBOOK: (
            translate("Records", "Playbooks"),
            translate("Records", "Playbook"),
            translate("Records", "Add playbook\u2026"),
            translate("Records", "No playbooks yet. Add one, then its steps."),
        ),
        Kind.STEP: (
            translate("Records", "Steps"),
            translate("Records", "Step"),
            translate("Records", "Add step\u2026"),
            translate("Records", "No steps yet. Add what is done first."),
        ),
        Kind.OBLIGATION: (
            translate("Records", "Duties to notify"),
            translate("Records", "Duty to notify"),
            translate("Records", "Add duty\u2026"),
            translate("Records", "No duties yet. Add those from law and contract."),
        ),
        Kind.DECISION: (
            translate("Records", "Decisions to notify"),
            translate("Records", "Decision to notify"),
            translate("Records", "Add decision\u2026"),
            translate(
                "Records",
                "No decisions yet. In an incident, record for each duty whether you notify.",
            ),
        ),
    }


def _programme() -> _Words:
    translate = QCoreApplication.translate
    return {
        Kind.METRIC: (
            translate("Records", "Metrics"),
            translate("Records", "Metric"),
            translate("Records", "Add metric\u2026"),
            translate("Records", "No metrics yet. Add what you measure about the response."),
        ),
        Kind.TRAINING: (
            translate("Records", "Training"),
            translate("Records", "Training"),
            translate("Records", "Add training\u2026"),
            translate("Records", "No training yet. Add who is trained in what."),
        ),
        Kind.EXERCISE: (
            translate("Records", "Exercises"),
            translate("Records", "Exercise"),
            translate("Records", "Add exercise\u2026"),
            translate("Records", "No exercises yet. Add the next one, with its date."),
        ),
        Kind.ROADMAP: (
            translate("Records", "Roadmap"),
            translate("Records", "Goal"),
            translate("Records", "Add goal\u2026"),
            translate("Records", "No goals yet. Add the next step to a better capability."),
        ),
        Kind.RESOURCE: (
            translate("Records", "Resources"),
            translate("Records", "Resource"),
            translate("Records", "Add resource\u2026"),
            translate("Records", "No resources yet. Add tools and places you rely on."),
        ),
        Kind.DOCUMENT: (
            translate("Records", "Related documents"),
            translate("Records", "Related document"),
            translate("Records", "Add document\u2026"),
            translate("Records", "No documents yet. Add those this plan relies on."),
        ),
        Kind.LOG_SOURCE: (
            translate("Records", "Log sources"),
            translate("Records", "Log source"),
            translate("Records", "Add log source\u2026"),
            translate("Records", "No log sources yet. Add where evidence comes from."),
        ),
        Kind.DISTRIBUTION: (
            translate("Records", "Distribution list"),
            translate("Records", "Recipient"),
            translate("Records", "Add recipient\u2026"),
            translate("Records", "No recipients yet. Add who holds a copy of the plan."),
        ),
    }


def _governance() -> _Words:
    translate = QCoreApplication.translate
    return {
        Kind.TERM: (
            translate("Records", "Terms"),
            translate("Records", "Term"),
            translate("Records", "Add term\u2026"),
            translate("Records", "No terms yet. Add words that readers may take otherwise."),
        ),
        Kind.FORM: (
            translate("Records", "Forms"),
            translate("Records", "Form"),
            translate("Records", "Add form\u2026"),
            translate("Records", "No forms yet. Add what people fill in during an incident."),
        ),
        Kind.MESSAGE: (
            translate("Records", "Prepared messages"),
            translate("Records", "Prepared message"),
            translate("Records", "Add message\u2026"),
            translate("Records", "No messages yet. Add what you may have to send in a hurry."),
        ),
        Kind.VERSION: (
            translate("Records", "Versions"),
            translate("Records", "Version"),
            translate("Records", "Add version\u2026"),
            translate("Records", "No versions yet. Add the first one when it is issued."),
        ),
        Kind.ACTION: (
            translate("Records", "Actions"),
            translate("Records", "Action"),
            translate("Records", "Add action\u2026"),
            translate("Records", "No actions yet. Add what is still to be done about the plan."),
        ),
        Kind.EVIDENCE: (
            translate("Records", "Evidence on file"),
            translate("Records", "Evidence on file"),
            translate("Records", "Add evidence\u2026"),
            translate("Records", "No evidence yet. Add records that show a requirement is met."),
        ),
    }
