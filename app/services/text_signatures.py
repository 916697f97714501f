"""The port for verifying a detached signature over a text, and what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.services.signing import CertificateFacts
from app.services.verifying import Trust


@dataclass(frozen=True, slots=True)
class TextSignature:
    """What one signature says, and whether it holds."""

    intact: bool
    """Its value and its digest are right for the text."""
    certificate: CertificateFacts | None = None
    """None when it carries no readable certificate."""
    signed_at: datetime | None = None
    """UTC, as the signer's clock said; None when it names no time."""
    trust: Trust = Trust.NONE
    problems: tuple[str, ...] = ()
    """Sentences; empty means that the signature holds."""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it; trust is a separate question."""
        return self.intact and not self.problems


class TextVerifier(Protocol):
    """Judges a signature from bytes alone: no network, no clock, no plan."""

    def __call__(
        self, data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
    ) -> TextSignature:
        """Verify a detached CMS structure in DER over `data`, at the aware moment `at`.

        `trusted` are certificates in PEM or DER. What cannot be read is a problem, not an error.

        Raises:
            IrplanError: a trusted certificate is not one.
        """
        ...
