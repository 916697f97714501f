"""What a file of an identity or a certificate is good for."""

from collections.abc import Callable
from dataclasses import dataclass

from app.services.signing import CertificateFacts

Ask = Callable[[], str]
"""Gives the passphrase of a file; called only where one is needed."""


@dataclass(frozen=True, slots=True)
class IdentityStanding:
    """Whose certificate a file holds, and why nobody can sign with the file, in sentences."""

    facts: CertificateFacts
    refusals: tuple[str, ...] = ()

    @property
    def signs(self) -> bool:
        """Whether somebody can sign with it."""
        return not self.refusals
