"""What the page of backups does with the open plan."""

from PySide6.QtCore import QCoreApplication

from app.services.restoring import Past, changes_to
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted

ORIGIN = "backups"


def restore(bridge: PlanBridge, past: Past) -> str:
    """Make the plan as it was, in one step and one revision; a copy is kept first.

    Tells in a sentence what was done; blank when nothing was, or when it could not be saved, of
    which the window tells.

    Raises:
        IrplanError: no copy can be kept, or it is of another plan; nothing was done.
    """
    changes = changes_to(bridge.plan, past)
    if not changes or not bridge.flush():
        return ""
    bridge.open_plan.store.backup()
    bridge.end_merge()
    bridge.apply(changes, past.label, ORIGIN)
    if not bridge.flush(past.label):
        return ""
    records = counted(
        len({(one.kind, one.id) for one in changes}), _tr("1 record"), _tr("{n} records")
    )
    return _tr("{0}: {1}. The plan as it was before stays in its history.").format(
        past.label, records
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
