"""How much of each framework the plan covers, on one page."""

from collections import Counter

from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Block,
    Cell,
    CrossReference,
    Heading,
    PageOf,
    Paragraph,
    Tone,
    Voice,
)
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Framework, FrameworkStatus
from app.export.compose.cells import cell, table

WORDS = {
    Verdict.MET: "met",
    Verdict.PARTLY: "partly",
    Verdict.NOT_MET: "not met",
    Verdict.NOT_APPLICABLE: "not applicable",
    Verdict.NEEDS_PERSON: "needs a person",
}
TONES = {
    Verdict.MET: Tone.GOOD,
    Verdict.PARTLY: Tone.WARN,
    Verdict.NOT_MET: Tone.BAD,
    Verdict.NOT_APPLICABLE: Tone.NEUTRAL,
    Verdict.NEEDS_PERSON: Tone.INFO,
}

MEANING = (
    "Met means that all that the requirement needs was found in the plan's data and, where no "
    "text can show it, that a named person attested it or a record of it is on file. Partly means "
    "that some of it was found, not met that nothing was. Needs a person means that such a person "
    "or record is still awaited. Not applicable rests on a reason that is given. This is a "
    "self-assessment, not a certification."
)

STANDING = {
    FrameworkStatus.CURRENT: "",
    FrameworkStatus.WITHDRAWN: "withdrawn edition",
    FrameworkStatus.NOT_YET_IN_FORCE: "not yet in force",
}
"""What is said of an edition that may not be cited as current."""

HEADS = (
    ("Framework", 4.0),
    ("Met", 0.8),
    ("Partly", 0.9),
    ("Not met", 0.9),
    ("Needs a person", 1.2),
    ("Not applicable", 1.2),
    ("Page", 0.8),
)
ORDER = (
    Verdict.MET,
    Verdict.PARTLY,
    Verdict.NOT_MET,
    Verdict.NEEDS_PERSON,
    Verdict.NOT_APPLICABLE,
)


def summary(judgement: Judgement) -> tuple[Block, ...]:
    """One row a framework, with the page on which its requirements are listed."""
    rows = []
    for framework in judgement.frameworks:
        counts = Counter(status.verdict for status in judgement.coverage(framework.id))
        numbers = (cell(str(counts[verdict])) for verdict in ORDER)
        page = Cell(((PageOf(traced(framework)),),))
        rows.append((_named(judgement, framework), *numbers, page))
    return (
        Heading(1, "Requirement coverage", "coverage", numbered=False),
        Paragraph(plain(MEANING), Voice.NOTE),
        table("Coverage by framework", HEADS, rows, "table:coverage"),
    )


def scope_words(judgement: Judgement, framework: Framework) -> str:
    """Which part of `framework` the plan is held against; blank for all of it."""
    counted, known = len(judgement.coverage(framework.id)), len(framework.chosen())
    baseline = judgement.plan.profile.baseline.strip().lower()
    return f"{baseline} baseline: {counted} of {known} requirements" if counted < known else ""


def traced(framework: Framework) -> str:
    """The place where the requirements of `framework` are listed one by one."""
    return f"traceability:{framework.id}"


def short_name(framework: Framework) -> str:
    """The name of a framework without its subtitle."""
    return framework.name.partition(", ")[0].partition(": ")[0]


def _named(judgement: Judgement, framework: Framework) -> Cell:
    remarks = (STANDING[framework.status], scope_words(judgement, framework))
    said = "; ".join(remark for remark in remarks if remark)
    remark = (Text(f" ({said})"),) if said else ()
    return Cell(((CrossReference(traced(framework), short_name(framework)), *remark),))
