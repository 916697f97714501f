"""The plan: every record of it, and the one way to make another plan from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.plan.acts import Act, KeptFile
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.classification import (
    ImpactDimension,
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
)
from app.domain.plan.documents import FormTemplate, MessageTemplate
from app.domain.plan.governance import AcceptedFinding, Action, Comment, Version
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind as Kind  # noqa: PLC0414 - part of this module too
from app.domain.plan.lessons import Activation, Lesson
from app.domain.plan.obligations import NotificationDecision, Obligation
from app.domain.plan.people import Party, Person
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.profile import PROFILE_ID, Profile
from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    LogSource,
    Metric,
    RelatedDocument,
    Resource,
    RoadmapItem,
    Term,
    TrainingItem,
)
from app.domain.plan.records import Records
from app.domain.plan.roles import RaciActivity, Role
from app.domain.plan.sections import Answer, Section
from app.domain.plan.sessions import ReviewSession
from app.domain.plan.trees import CommunicationTree, TreeNode
from app.domain.plan.upkeep import UPKEEP_ID, Upkeep

Record = (
    Profile
    | Section
    | Answer
    | Person
    | Party
    | Role
    | RaciActivity
    | CommunicationTree
    | TreeNode
    | SeverityLevel
    | ImpactLevel
    | UrgencyLevel
    | MatrixCell
    | IncidentCategory
    | SampleIncident
    | ImpactDimension
    | Playbook
    | PlaybookStep
    | Obligation
    | Metric
    | TrainingItem
    | Exercise
    | RoadmapItem
    | Resource
    | RelatedDocument
    | LogSource
    | DistributionEntry
    | Term
    | FormTemplate
    | MessageTemplate
    | Version
    | Action
    | Comment
    | AcceptedFinding
    | Attestation
    | EvidenceRecord
    | Exclusion
    | NotificationDecision
    | Upkeep
    | Act
    | KeptFile
    | ReviewSession
    | Activation
    | Lesson
)

RECORD_TYPES: dict[Kind, type[Record]] = {
    Kind.PROFILE: Profile,
    Kind.SECTION: Section,
    Kind.ANSWER: Answer,
    Kind.PERSON: Person,
    Kind.PARTY: Party,
    Kind.ROLE: Role,
    Kind.RACI: RaciActivity,
    Kind.TREE: CommunicationTree,
    Kind.TREE_NODE: TreeNode,
    Kind.SEVERITY: SeverityLevel,
    Kind.IMPACT: ImpactLevel,
    Kind.URGENCY: UrgencyLevel,
    Kind.CELL: MatrixCell,
    Kind.CATEGORY: IncidentCategory,
    Kind.SAMPLE: SampleIncident,
    Kind.DIMENSION: ImpactDimension,
    Kind.PLAYBOOK: Playbook,
    Kind.STEP: PlaybookStep,
    Kind.OBLIGATION: Obligation,
    Kind.METRIC: Metric,
    Kind.TRAINING: TrainingItem,
    Kind.EXERCISE: Exercise,
    Kind.ROADMAP: RoadmapItem,
    Kind.RESOURCE: Resource,
    Kind.DOCUMENT: RelatedDocument,
    Kind.LOG_SOURCE: LogSource,
    Kind.DISTRIBUTION: DistributionEntry,
    Kind.TERM: Term,
    Kind.FORM: FormTemplate,
    Kind.MESSAGE: MessageTemplate,
    Kind.VERSION: Version,
    Kind.ACTION: Action,
    Kind.COMMENT: Comment,
    Kind.ACCEPTED: AcceptedFinding,
    Kind.ATTESTATION: Attestation,
    Kind.EVIDENCE: EvidenceRecord,
    Kind.EXCLUSION: Exclusion,
    Kind.DECISION: NotificationDecision,
    Kind.UPKEEP: Upkeep,
    Kind.ACT: Act,
    Kind.FILE: KeptFile,
    Kind.SESSION: ReviewSession,
    Kind.ACTIVATION: Activation,
    Kind.LESSON: Lesson,
}
KINDS: dict[type[Record], Kind] = {record: kind for kind, record in RECORD_TYPES.items()}


def kind_of(record: Record) -> Kind:
    """The table `record` belongs to."""
    return KINDS[type(record)]


def _one_profile() -> Records[Profile]:
    return Records((Profile(),))


@dataclass(frozen=True, slots=True)
class Plan:
    """Every record of one organisation's plan; a change makes another plan."""

    id: RecordId
    profiles: Records[Profile] = field(default_factory=_one_profile)
    sections: Records[Section] = field(default_factory=Records)
    answers: Records[Answer] = field(default_factory=Records)
    people: Records[Person] = field(default_factory=Records)
    parties: Records[Party] = field(default_factory=Records)
    roles: Records[Role] = field(default_factory=Records)
    raci: Records[RaciActivity] = field(default_factory=Records)
    trees: Records[CommunicationTree] = field(default_factory=Records)
    tree_nodes: Records[TreeNode] = field(default_factory=Records)
    severities: Records[SeverityLevel] = field(default_factory=Records)
    impacts: Records[ImpactLevel] = field(default_factory=Records)
    urgencies: Records[UrgencyLevel] = field(default_factory=Records)
    matrix: Records[MatrixCell] = field(default_factory=Records)
    categories: Records[IncidentCategory] = field(default_factory=Records)
    samples: Records[SampleIncident] = field(default_factory=Records)
    dimensions: Records[ImpactDimension] = field(default_factory=Records)
    playbooks: Records[Playbook] = field(default_factory=Records)
    steps: Records[PlaybookStep] = field(default_factory=Records)
    obligations: Records[Obligation] = field(default_factory=Records)
    metrics: Records[Metric] = field(default_factory=Records)
    training: Records[TrainingItem] = field(default_factory=Records)
    exercises: Records[Exercise] = field(default_factory=Records)
    roadmap: Records[RoadmapItem] = field(default_factory=Records)
    resources: Records[Resource] = field(default_factory=Records)
    documents: Records[RelatedDocument] = field(default_factory=Records)
    log_sources: Records[LogSource] = field(default_factory=Records)
    distribution: Records[DistributionEntry] = field(default_factory=Records)
    terms: Records[Term] = field(default_factory=Records)
    forms: Records[FormTemplate] = field(default_factory=Records)
    messages: Records[MessageTemplate] = field(default_factory=Records)
    versions: Records[Version] = field(default_factory=Records)
    actions: Records[Action] = field(default_factory=Records)
    comments: Records[Comment] = field(default_factory=Records)
    accepted: Records[AcceptedFinding] = field(default_factory=Records)
    attestations: Records[Attestation] = field(default_factory=Records)
    evidence: Records[EvidenceRecord] = field(default_factory=Records)
    exclusions: Records[Exclusion] = field(default_factory=Records)
    decisions: Records[NotificationDecision] = field(default_factory=Records)
    upkeep: Records[Upkeep] = field(default_factory=Records)
    acts: Records[Act] = field(default_factory=Records)
    files: Records[KeptFile] = field(default_factory=Records)
    sessions: Records[ReviewSession] = field(default_factory=Records)
    activations: Records[Activation] = field(default_factory=Records)
    lessons: Records[Lesson] = field(default_factory=Records)

    @property
    def profile(self) -> Profile:
        """The organisation."""
        return self.profiles[PROFILE_ID]

    @property
    def kept(self) -> Upkeep:
        """How the plan is kept alive."""
        return self.upkeep.get(UPKEEP_ID) or Upkeep()

    def table(self, kind: Kind) -> Records[Any]:
        """All records of one kind, in order."""
        table: Records[Any] = getattr(self, kind.value)
        return table

    def with_table(self, kind: Kind, records: Records[Any]) -> "Plan":
        """The plan with another table of `kind`."""
        changed: dict[str, Any] = {kind.value: records}
        return replace(self, **changed)

    def find(self, kind: Kind, key: RecordId) -> Record | None:
        """The record, or None when there is none."""
        record: Record | None = self.table(kind).get(key)
        return record

    def records(self) -> Iterator[tuple[Kind, Record]]:
        """Every record with its kind, kind by kind."""
        for kind in Kind:
            for record in self.table(kind).values():
                yield kind, record
