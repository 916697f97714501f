"""Verifying a file off the GUI thread, beside a plan where one is open."""

from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Workshop
from app.services.verifying import VerificationReport
from ui.bridge.jobs import Tell, Work


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be verified, against which certificates, and beside which plan."""

    file: Path
    trusted: tuple[Path, ...] = ()
    plan: Path | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """The report that answers a question."""

    question: Question
    report: VerificationReport


def verifying(workshop: Workshop, question: Question, told: str) -> Work:
    """A job that answers `question`; `told` says what it does."""

    def work(tell: Tell) -> Verified:
        tell(0.2, told)
        report = workshop.verify(question.file, question.trusted, plan=question.plan)
        tell(1.0, told)
        return Verified(question, report)

    return work
