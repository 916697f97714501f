"""Packing the evidence in the background, from the plan as it was saved."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.bootstrap import Workshop
from app.bootstrap.trusting import certificate
from app.services.evidence.packing import EvidenceOptions, EvidenceResult
from ui.bridge.jobs import Tell, Work


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What to pack of the saved plan in the file `plan`; `trusted` are files of certificates."""

    plan: Path
    options: EvidenceOptions
    trusted: tuple[Path, ...] = ()


def packing(workshop: Workshop, order: PackOrder) -> Work:
    """A job that writes the pack; it reads the plan's file beside the window that edits it."""

    def work(tell: Tell) -> EvidenceResult:
        tell(0.0, "Reading the plan")
        known = tuple(map(certificate, order.trusted))
        opened = workshop.open(order.plan, read_only=True)
        try:
            wanted = replace(order.options, trusted=known)
            return workshop.evidence(opened, order.plan, wanted, tell)
        finally:
            opened.store.close()

    return work
