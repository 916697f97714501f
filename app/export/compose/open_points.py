"""What is still open, and what somebody decided to accept."""

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Heading, Paragraph, Voice
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.export.compose.cells import cell, day, table

WEIGHTS = {Weight.BLOCKS: "blocks approval", Weight.WARN: "warning", Weight.HINT: "hint"}


def open_points(judgement: Judgement) -> tuple[Block, ...]:
    """The findings nobody has dealt with; nothing when there are none."""
    findings = judgement.findings()
    if not findings:
        return ()
    heads = (("Weight", 1.0), ("Finding", 4.0), ("What to do", 3.0))
    rows = ((WEIGHTS[item.weight], cell(item.reason), cell(item.fix)) for item in findings)
    return (
        Heading(2, "Open points", "open-points"),
        Paragraph(
            plain("Found by the checks of the plan builder at the time of export."), Voice.NOTE
        ),
        table("Open points", heads, rows, "table:open-points"),
    )


def accepted(judgement: Judgement) -> tuple[Block, ...]:
    """The findings accepted with a reason; nothing when there are none."""
    found: dict[str, Finding] = {item.key: item for item in judgement.findings(accepted=True)}
    rows = [
        (cell(found[key].reason), cell(item.reason), cell(item.by), cell(day(item.on)))
        for key, item in judgement.plan.accepted.items()
        if key in found
    ]
    if not rows:
        return ()
    heads = (("Finding", 3.0), ("Accepted because", 3.0), ("By", 1.2), ("On", 1.2))
    return (
        Heading(2, "Accepted findings", "accepted"),
        table("Accepted findings", heads, rows, "table:accepted"),
    )
