"""The register of decisions whether to notify."""

from app.domain.document.tree import Block
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import cell, marked, moment, stacked, table

VERDICTS = {None: "not decided yet", True: "notify", False: "do not notify"}


def decisions(plan: Plan) -> tuple[Block, ...]:
    """Incident by incident, with who decided and why; nothing while nothing was to decide."""
    if not plan.decisions:
        return ()
    heads = (
        ("Incident", 1.3),
        ("Duty", 1.9),
        ("Decision", 1.1),
        ("Decided by", 1.9),
        ("Reason", 2.9),
    )
    rows = (
        (
            marked(item, item.incident),
            cell(names.duty(plan, item.obligation)),
            cell(VERDICTS[item.notify], strong=True),
            cell(_who(item)),
            cell(item.reason),
        )
        for item in plan.decisions.values()
    )
    return (table("Decisions to notify", heads, rows, "table:decisions"),)


def _who(decision: NotificationDecision) -> str:
    return stacked(decision.by, moment(decision.at))
