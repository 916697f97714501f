"""The editions of a plan in the words of the window."""

from PySide6.QtCore import QCoreApplication

from app.domain.document.audience import Audience


def edition_name(audience: Audience) -> str:
    """What an edition is called."""
    match audience:
        case Audience.PLAN:
            return _tr("The whole plan")
        case Audience.BOARD:
            return _tr("Board edition")
        case Audience.STAFF:
            return _tr("Staff card")
        case Audience.RESPONDERS:
            return _tr("Responder binder")
        case Audience.SUPPLIERS:
            return _tr("Supplier annex")
        case Audience.AUDITORS:
            return _tr("Auditor copy")


def edition_said(audience: Audience) -> str:
    """Whom an edition is for, and what is in it."""
    match audience:
        case Audience.PLAN:
            return _tr("For everybody who may have all of it.")
        case Audience.BOARD:
            return _tr("Two pages: what the board decides and is told.")
        case Audience.STAFF:
            return _tr("One page for everybody who may notice something.")
        case Audience.RESPONDERS:
            return _tr("What responders need while the network is down.")
        case Audience.SUPPLIERS:
            return _tr("What suppliers report, to whom and by when.")
        case Audience.AUDITORS:
            return _tr("All of it without people's private numbers.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Editions", text)
