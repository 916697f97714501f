"""Histories: revisions, backups and the audit trail of plan files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from app.domain.lifecycle.auditing import History
    from app.domain.lifecycle.chain import Head
    from app.services.copies import CopyShelf
    from app.services.history import PlanHistory


class Histories(Wiring):
    """Everything that looks back."""

    def history(self, path: Path) -> PlanHistory:
        """How the plan in the file `path` came about, as far as it is saved; nothing is locked.

        Raises:
            IrplanError: with why it cannot be opened.
        """
        from app.persistence.db.history import history_of

        return history_of(self._files(), path)

    def copies(self, path: Path) -> CopyShelf:
        """The backups of the plan file `path`, which may be damaged or gone."""
        from app.persistence.db.copies import PlanCopies

        return PlanCopies(self._files(), path)

    def rescue(self, path: Path) -> Path:
        """Write the newest good backup of `path` into a new file next to it; gives that file.

        Raises:
            IrplanError: there is no good backup, or the file cannot be written.
        """
        return self.copies(path).rescue()

    def audit_trail(self, path: Path) -> History:
        """Everything an audit of the plan file `path` looks at.

        Raises:
            IrplanError: with why it cannot be read.
        """
        store = self._files().open(path, read_only=True)
        try:
            return store.history()
        finally:
            store.close()

    def exported_head(self, path: Path) -> Head:
        """The end of the history that an exported PDF carries.

        Raises:
            IrplanError: it cannot be read, or carries none.
        """
        from app.export.audit_head import read_head

        return read_head(path)
