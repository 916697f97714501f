"""What a quick-fix is."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.plan.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes that mend what a finding objects to; `label` says what they do, as an order."""

    label: str
    changes: ChangeSet


Mender = Callable[[Context, Finding], Remedy | None]
"""Makes the remedy of a finding; None where nothing safe can be done without a person."""
