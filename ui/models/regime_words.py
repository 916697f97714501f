"""What is said of a regime on screen: its status, how surely it was read, its standing."""

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.regimes import EntityKind, Regime, RegimeStatus
from app.domain.judgement.requirements import Confidence
from app.services.notifying.proposals import Standing
from ui.bridge.words import day


def status_text(regime: Regime) -> str:
    """Whether the regime binds anybody yet."""
    translate = QCoreApplication.translate
    if regime.status is RegimeStatus.ADOPTED and regime.effective_from is not None:
        return translate("Regimes", "Applies from {0}").format(day(regime.effective_from))
    return {
        RegimeStatus.IN_FORCE: translate("Regimes", "In force"),
        RegimeStatus.ADOPTED: translate("Regimes", "Adopted, not applicable yet"),
        RegimeStatus.PENDING: translate("Regimes", "Not in force: pending"),
        RegimeStatus.PROPOSED: translate("Regimes", "Not law: only proposed"),
        RegimeStatus.DELAYED: translate("Regimes", "Not in force: delayed"),
        RegimeStatus.VOLUNTARY: translate("Regimes", "Voluntary"),
        RegimeStatus.NONE: translate("Regimes", "No duty to notify"),
    }[regime.status]


def since_text(regime: Regime) -> str:
    """Since when it applies; blank where the pack does not say."""
    if regime.effective_from is None:
        return regime.effective_note
    return "; ".join(part for part in (day(regime.effective_from), regime.effective_note) if part)


def confidence_text(confidence: str) -> str:
    """How surely the source was read; blank for a word that is none of ours."""
    translate = QCoreApplication.translate
    return {
        Confidence.HIGH.value: translate("Regimes", "Read in the source itself"),
        Confidence.MEDIUM.value: translate("Regimes", "Read in a reliable summary"),
        Confidence.MEMORY.value: translate("Regimes", "From memory: verify before relying on this"),
    }.get(confidence, "")


def standing_text(standing: Standing) -> str:
    """What the plan says of a regime; blank for one that nothing suggests."""
    translate = QCoreApplication.translate
    return {
        Standing.PROPOSED: translate("Regimes", "Proposed"),
        Standing.ADOPTED: translate("Regimes", "Adopted"),
        Standing.REFUSED: translate("Regimes", "Does not bind"),
        Standing.OTHER: "",
    }[standing]


def kind_text(kind: EntityKind) -> str:
    """A kind of organisation that decides on a relief."""
    translate = QCoreApplication.translate
    return {
        EntityKind.CREDIT_INSTITUTION: translate("Regimes", "A credit institution"),
        EntityKind.CENTRAL_COUNTERPARTY: translate("Regimes", "A central counterparty"),
        EntityKind.TRADING_VENUE: translate("Regimes", "A trading venue"),
        EntityKind.NIS2_ENTITY: translate("Regimes", "An entity under NIS2"),
        EntityKind.NAMED_BY_AUTHORITY: translate("Regimes", "Named by the authority"),
        EntityKind.OTHER: translate("Regimes", "None of these"),
    }[kind]
