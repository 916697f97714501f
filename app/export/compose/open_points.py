"""What is still open, and what somebody decided to accept."""

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Heading, Paragraph, Voice
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding
from app.export.compose.scribe import Scribe


def open_points(judgement: Judgement, scribe: Scribe) -> tuple[Block, ...]:
    """The findings nobody has dealt with; nothing when there are none."""
    findings = judgement.findings()
    if not findings:
        return ()
    cell, say = scribe.cell, scribe.say
    heads = {"open-points.weight": 1.0, "open-points.finding": 4.0, "open-points.fix": 3.0}
    rows = (
        (say(f"weight.{item.weight.value}"), cell(item.reason), cell(item.fix)) for item in findings
    )
    return (
        Heading(2, say("open-points.heading"), "open-points"),
        Paragraph(plain(say("open-points.note")), Voice.NOTE),
        scribe.table(say("open-points.caption"), heads, rows, "table:open-points"),
    )


def accepted(judgement: Judgement, scribe: Scribe) -> tuple[Block, ...]:
    """The findings accepted with a reason; nothing when there are none."""
    found: dict[str, Finding] = {item.key: item for item in judgement.findings(accepted=True)}
    rows = [
        (found[key].reason, item.reason, item.by, scribe.day(item.on))
        for key, item in judgement.plan.accepted.items()
        if key in found
    ]
    if not rows:
        return ()
    heads = {
        "accepted.finding": 3.0,
        "accepted.reason": 3.0,
        "accepted.by": 1.2,
        "accepted.date": 1.2,
    }
    return (
        Heading(2, scribe.say("accepted.heading"), "accepted"),
        scribe.table(scribe.say("accepted.caption"), heads, rows, "table:accepted"),
    )
