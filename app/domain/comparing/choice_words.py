"""What the choices of a record's fields are called in a sentence."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from app.domain.plan.governance import ActionState
from app.domain.plan.people import ChannelKind, PartyKind
from app.domain.plan.playbooks import Phase
from app.domain.plan.programme import ExerciseState
from app.domain.plan.roles import Raci, RoleTier
from app.domain.plan.sections import SectionState
from app.domain.plan.trees import NodeTarget, TreePurpose

CHOICE_WORDS: Final[Mapping[Enum, str]] = {
    ChannelKind.MOBILE: "mobile",
    ChannelKind.PHONE: "telephone",
    ChannelKind.EMAIL: "e-mail",
    ChannelKind.MESSENGER: "messenger",
    ChannelKind.PAGER: "pager",
    ChannelKind.OTHER: "other",
    PartyKind.REGULATOR: "regulator",
    PartyKind.CSIRT: "national CSIRT",
    PartyKind.POLICE: "police",
    PartyKind.INSURER: "insurer",
    PartyKind.RETAINER: "incident response retainer",
    PartyKind.COUNSEL: "legal counsel",
    PartyKind.PR: "public relations",
    PartyKind.SUPPLIER: "supplier",
    PartyKind.CUSTOMER: "customer",
    PartyKind.OTHER: "other",
    RoleTier.BOARD: "board",
    RoleTier.CRISIS: "crisis management",
    RoleTier.INCIDENT: "incident management",
    RoleTier.TECHNICAL: "technical",
    RoleTier.SUPPORT: "support",
    TreePurpose.ACTIVATION: "activation",
    TreePurpose.EXECUTIVE: "executives",
    TreePurpose.EXTERNAL: "outside parties",
    TreePurpose.STAFF: "staff",
    NodeTarget.ROLE: "role",
    NodeTarget.PERSON: "person",
    NodeTarget.PARTY: "outside party",
    NodeTarget.GROUP: "group",
    Phase.FIRST_MINUTES: "first minutes",
    Phase.ANALYSE: "analyse",
    Phase.CONTAIN: "contain",
    Phase.ERADICATE: "eradicate",
    Phase.RECOVER: "recover",
    Phase.COMMUNICATE: "communicate",
    Phase.CLOSE: "close",
    Raci.RESPONSIBLE: "responsible",
    Raci.ACCOUNTABLE: "accountable",
    Raci.CONSULTED: "consulted",
    Raci.INFORMED: "informed",
    ExerciseState.PLANNED: "planned",
    ExerciseState.HELD: "held",
    ActionState.OPEN: "open",
    ActionState.DONE: "done",
    SectionState.DRAFT: "draft",
    SectionState.REVIEWED: "reviewed",
}
