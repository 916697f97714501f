"""The port to a witness outside the plan file, who notes where its history ended and signs it."""

from datetime import datetime
from typing import Protocol

from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import NotedHead, Occasion


class Witness(Protocol):
    """Notes heads and gives them back."""

    def note(self, head: Head, at: datetime, occasion: Occasion) -> None:
        """Sign and keep `head`, unless it was noted that day already.

        Raises:
            IrplanError: it could not be kept.
        """

    def noted(self, plan: str) -> tuple[NotedHead, ...]:
        """All heads of the plan, the oldest first; none where nothing was noted.

        Raises:
            IrplanError: they cannot be read.
        """

    def is_signed(self, noted: NotedHead) -> bool:
        """Whether the signature is this witness's, over exactly this head."""
