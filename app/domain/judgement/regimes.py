"""Regimes of notification as their packs describe them: who is told what, by when, and where."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from app.domain.judgement.requirements import Confidence
from app.domain.plan.durations import Duration


class RegimeKind(Enum):
    """What binds the organisation to notify."""

    LAW = "law"
    CONTRACT = "contract"
    VOLUNTARY = "voluntary"


class RegimeStatus(Enum):
    """Whether the regime binds anybody yet; `NONE` means that it holds no duty to notify."""

    IN_FORCE = "in-force"
    ADOPTED = "adopted-not-applicable-yet"
    PENDING = "pending"
    PROPOSED = "proposed"
    DELAYED = "delayed"
    VOLUNTARY = "voluntary"
    NONE = "none"


class ClockStart(Enum):
    """The moment from which a step is counted."""

    AWARENESS = "awareness"
    DISCOVERY = "discovery"
    DETECTION = "detection"
    IDENTIFICATION = "identification"
    DETERMINATION_INCIDENT = "determination-incident"
    DETERMINATION_MATERIALITY = "determination-materiality"
    CLASSIFICATION_MAJOR = "classification-major"
    ASSESSMENT_COMPLETE = "assessment-complete"
    SUSPICION = "suspicion"
    REASONABLE_BELIEF = "reasonable-belief"
    PAYMENT = "payment"
    PREVIOUS_SUBMISSION = "previous-submission"
    ORAL_REPORT = "oral-report"
    RESOLUTION = "resolution"
    INDIVIDUAL_NOTICE = "individual-notice"
    YEAR_END = "year-end"
    SERVICE_DISRUPTION = "service-disruption"
    INFORMATION_AVAILABLE = "information-available"
    CLOCK_VARIES = "clock-varies"


class ProfileFact(Enum):
    """A fact of the organisation's profile that makes a regime likely."""

    USES_OT = "uses-ot"
    USES_AI = "uses-ai"
    TAKES_CARDS = "takes-cards"
    INSURED = "insured"


class EntityKind(Enum):
    """A kind of organisation that decides on a relief; `OTHER` is none of the rest."""

    CREDIT_INSTITUTION = "credit-institution"
    CENTRAL_COUNTERPARTY = "central-counterparty"
    TRADING_VENUE = "trading-venue"
    NIS2_ENTITY = "nis2-entity"
    NAMED_BY_AUTHORITY = "named-by-authority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Relief:
    """A limit that falls on a day off may be met by `until` (local) of the next working day.

    `not_for` are the kinds of organisation that have no such relief.
    """

    until: time
    not_for: tuple[EntityKind, ...] = ()


@dataclass(frozen=True, slots=True)
class RegimeStep:
    """One notice, due `within` from `clock_start`; None means no numeric limit, see `timing`.

    `after` is the step whose submission starts a clock of previous submission. A step that
    `caps` another is no notice of its own but that one's outer limit. An `embargo` forbids the
    notice before its time instead of demanding it. `day_ends` is the local time at which the
    recipient closes the last day, None for midnight.
    """

    id: str
    name: str
    recipient: str
    clock_start: ClockStart
    within: Duration | None = None
    timing: str = ""
    note: str = ""
    after: str = ""
    caps: str = ""
    embargo: bool = False
    day_ends: time | None = None
    relief: Relief | None = None


@dataclass(frozen=True, slots=True)
class Suits:
    """Which organisations a regime is proposed to; an empty group leaves nobody out.

    `jurisdictions` are ISO 3166 codes, `EU` or `EEA`; of `data_kinds` and `facts` one suffices.
    """

    jurisdictions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    data_kinds: tuple[str, ...] = ()
    facts: tuple[ProfileFact, ...] = ()


@dataclass(frozen=True, slots=True)
class RegimeVariant:
    """What one state or province says differently, in words."""

    where: str
    individuals: str
    agency: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Regime:
    """One regime; `confidence` says how well `source` was read and `verified_on` when, if ever.

    `compiled` dates its pack. `effective_note` stands where no one date says since when it
    applies. `time_zone` (IANA) and `holidays` (ISO 3166) are those of the authority; blank means
    the organisation's own.
    """

    id: str
    name: str
    jurisdiction: str
    sector: str
    kind: RegimeKind
    status: RegimeStatus
    applies_to: str
    trigger: str
    steps: tuple[RegimeStep, ...]
    content: tuple[str, ...]
    citation: str
    confidence: Confidence
    source: str
    compiled: date
    suits: Suits = Suits()
    effective_from: date | None = None
    effective_note: str = ""
    verified_on: date | None = None
    time_zone: str = ""
    holidays: str = ""
    records_duty: str = ""
    exceptions: str = ""
    notes: str = ""
    variants: tuple[RegimeVariant, ...] = ()

    @property
    def authority(self) -> str:
        """Everybody to be told, each once, in the order of the steps."""
        return "; ".join(dict.fromkeys(step.recipient for step in self.steps))

    def step(self, step_id: str) -> RegimeStep | None:
        """The step of that id; None if there is none."""
        return next((step for step in self.steps if step.id == step_id), None)

    def cap_of(self, step: RegimeStep) -> RegimeStep | None:
        """The outer limit of `step`; None if it has none."""
        return next((cap for cap in self.steps if cap.caps == step.id), None)
