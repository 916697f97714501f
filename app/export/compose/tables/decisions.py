"""The register of decisions whether to notify."""

from app.domain.document.labels import Labels
from app.domain.document.tree import Block
from app.domain.plan.obligations import NotificationDecision
from app.export.compose import names
from app.export.compose.cells import stacked
from app.export.compose.scribe import Scribe


def decisions(scribe: Scribe) -> tuple[Block, ...]:
    """Incident by incident, with who decided and why; nothing while nothing was to decide."""
    if not scribe.plan.decisions:
        return ()
    heads = {
        "decisions.incident": 1.3,
        "decisions.duty": 1.7,
        "decisions.decision": 1.0,
        "decisions.decided-by": 2.2,
        "decisions.reason": 2.9,
    }
    rows = (
        (
            scribe.marked(item, item.incident),
            names.duty(scribe.plan, item.obligation),
            scribe.cell(_decided(item, scribe.say), strong=True),
            stacked(item.by, scribe.moment(item.at)),
            item.reason,
        )
        for item in scribe.plan.decisions.values()
    )
    return (scribe.table(scribe.say("decisions.caption"), heads, rows, "table:decisions"),)


def _decided(decision: NotificationDecision, say: Labels) -> str:
    if decision.notify is None:
        return say("decisions.open")
    return say("decisions.notify" if decision.notify else "decisions.do-not-notify")
