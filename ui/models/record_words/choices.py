"""What the members of enumerations are called on screen."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.domain.plan.governance import ActionState
from app.domain.plan.people import ChannelKind, PartyKind
from app.domain.plan.playbooks import Phase
from app.domain.plan.programme import ExerciseState
from app.domain.plan.roles import Raci, RoleTier
from app.domain.plan.trees import NodeTarget, TreePurpose


def choice_text(member: Enum) -> str:
    """The word for `member`.

    Raises:
        KeyError: nobody has named it yet.
    """
    return {**_organisation(), **_response()}[member]


def _organisation() -> dict[Enum, str]:
    translate = QCoreApplication.translate
    return {
        ChannelKind.MOBILE: translate("RecordForm", "Mobile"),
        ChannelKind.PHONE: translate("RecordForm", "Telephone"),
        ChannelKind.EMAIL: translate("RecordForm", "E-mail"),
        ChannelKind.MESSENGER: translate("RecordForm", "Messenger"),
        ChannelKind.PAGER: translate("RecordForm", "Pager"),
        ChannelKind.OTHER: translate("RecordForm", "Other"),
        PartyKind.REGULATOR: translate("RecordForm", "Regulator"),
        PartyKind.CSIRT: translate("RecordForm", "National CSIRT"),
        PartyKind.POLICE: translate("RecordForm", "Police"),
        PartyKind.INSURER: translate("RecordForm", "Insurer"),
        PartyKind.RETAINER: translate("RecordForm", "Incident response retainer"),
        PartyKind.COUNSEL: translate("RecordForm", "Legal counsel"),
        PartyKind.PR: translate("RecordForm", "Public relations"),
        PartyKind.SUPPLIER: translate("RecordForm", "Supplier"),
        PartyKind.CUSTOMER: translate("RecordForm", "Customer"),
        PartyKind.OTHER: translate("RecordForm", "Other"),
        RoleTier.BOARD: translate("RecordForm", "Board"),
        RoleTier.CRISIS: translate("RecordForm", "Crisis management"),
        RoleTier.INCIDENT: translate("RecordForm", "Incident management"),
        RoleTier.TECHNICAL: translate("RecordForm", "Technical"),
        RoleTier.SUPPORT: translate("RecordForm", "Support"),
        TreePurpose.ACTIVATION: translate("RecordForm", "Activation"),
        TreePurpose.EXECUTIVE: translate("RecordForm", "Executives"),
        TreePurpose.EXTERNAL: translate("RecordForm", "Outside parties"),
        TreePurpose.STAFF: translate("RecordForm", "Staff"),
        NodeTarget.ROLE: translate("RecordForm", "Role"),
        NodeTarget.PERSON: translate("RecordForm", "Person"),
        NodeTarget.PARTY: translate("RecordForm", "Outside party"),
        NodeTarget.GROUP: translate("RecordForm", "Group"),
    }


def _response() -> dict[Enum, str]:
    translate = QCoreApplication.translate
    return {
        Phase.FIRST_MINUTES: translate("RecordForm", "First minutes"),
        Phase.ANALYSE: translate("RecordForm", "Analyse"),
        Phase.CONTAIN: translate("RecordForm", "Contain"),
        Phase.ERADICATE: translate("RecordForm", "Eradicate"),
        Phase.RECOVER: translate("RecordForm", "Recover"),
        Phase.COMMUNICATE: translate("RecordForm", "Communicate"),
        Phase.CLOSE: translate("RecordForm", "Close"),
        Raci.RESPONSIBLE: translate("RecordForm", "Responsible"),
        Raci.ACCOUNTABLE: translate("RecordForm", "Accountable"),
        Raci.CONSULTED: translate("RecordForm", "Consulted"),
        Raci.INFORMED: translate("RecordForm", "Informed"),
        ExerciseState.PLANNED: translate("RecordForm", "Planned"),
        ExerciseState.HELD: translate("RecordForm", "Held"),
        ActionState.OPEN: translate("RecordForm", "Open"),
        ActionState.DONE: translate("RecordForm", "Done"),
    }
