"""The workshop: everything a window or a command can do with plans."""

from __future__ import annotations

from app.bootstrap.clock import SystemClock
from app.bootstrap.evidence import EvidenceDesk
from app.bootstrap.importing import Importing
from app.bootstrap.reminding import Reminding
from app.paths import AppPaths
from app.services.clock import Clock


class Workshop(EvidenceDesk, Importing, Reminding):
    """Wired once for a process."""


def workshop(paths: AppPaths | None = None, clock: Clock | None = None) -> Workshop:
    """The workshop of this user, or of the folders and the clock a test gives."""
    return Workshop(paths or AppPaths.of_user(), clock or SystemClock())
