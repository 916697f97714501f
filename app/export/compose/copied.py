"""What a redacted copy tells of itself: its own hash, and how much was withheld."""

from collections.abc import Iterable

from app.domain.document.inline import plain
from app.domain.document.tree import Attachment, Block, Facts, Paragraph, Voice
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.export.compose.front import Fact, grouped
from app.export.compose.occasion import Copy
from app.export.compose.scribe import Scribe

DATA_FILE = "plan-redacted.json"
"""The name under which a redacted copy carries its data."""


def copied_control(
    control: Iterable[Block], copy: Copy | None, scribe: Scribe
) -> tuple[Block, ...]:
    """The control page, which of a redacted copy tells its own hash and what was withheld."""
    if copy is None:
        return tuple(control)
    whole = Paragraph(plain(scribe.say("control.note")), Voice.NOTE)
    note = Paragraph(plain(scribe.say("edition.control-note")), Voice.NOTE)
    told = _facts(copy, scribe)
    return tuple(
        Facts((*block.rows, *told))
        if isinstance(block, Facts)
        else note
        if block == whole
        else block
        for block in control
    )


def _facts(copy: Copy, scribe: Scribe) -> tuple[Fact, ...]:
    say = scribe.say
    return (
        (say("edition.data-hash"), plain(grouped(content_hash(copy.redacted.plan)))),
        (say("edition.withheld"), plain(withheld(copy, scribe))),
    )


def withheld(copy: Copy, scribe: Scribe) -> str:
    """What was withheld and how much of it, in a sentence."""
    say, found = scribe.say, copy.redacted
    return say(
        "edition.withheld-count",
        addresses=say("edition.addresses", n=found.addresses),
        people=say("edition.people", n=found.people),
        mentions=say("edition.mentions", n=found.mentions),
        word=say("edition.withheld-word"),
    )


def plan_attachment(copy: Copy | None, scribe: Scribe) -> Attachment:
    """The data of the plan, or of the redacted copy under a name that says so."""
    data = canonical(plan_data(scribe.plan))
    name, about = ("plan.json", "file.data") if copy is None else (DATA_FILE, "edition.file-data")
    return Attachment(name, "application/json", data, scribe.say(about))
