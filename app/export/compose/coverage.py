"""Requirements and where the document answers them: a summary, and a table by page."""

from collections import Counter
from collections.abc import Mapping

from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Block,
    Cell,
    CrossReference,
    Heading,
    Inline,
    PageOf,
    Paragraph,
    Table,
    Tone,
    Voice,
)
from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Confidence, Framework
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
    "Met means that every section which answers the requirement is complete by this plan's own "
    "rules; listed items inside it were not checked one by one. Partly and not met count what is "
    "open. Needs a person means that no text can show it: a named person attests it or a record "
    "shows it. This is a self-assessment, not a certification."
)


def summary(judgement: Judgement) -> tuple[Block, ...]:
    """One row a framework."""
    heads = (
        ("Framework", 4.0),
        ("Met", 0.8),
        ("Partly", 0.9),
        ("Not met", 0.9),
        ("Needs a person", 1.2),
        ("Not applicable", 1.2),
    )
    order = (
        Verdict.MET,
        Verdict.PARTLY,
        Verdict.NOT_MET,
        Verdict.NEEDS_PERSON,
        Verdict.NOT_APPLICABLE,
    )
    rows = []
    for framework in judgement.frameworks:
        counts = Counter(status.verdict for status in judgement.coverage(framework.id))
        numbers = (cell(str(counts[verdict])) for verdict in order)
        rows.append((cell(framework.name), *numbers))
    return (
        Heading(1, "Requirement coverage", "coverage", numbered=False, new_page=True),
        Paragraph(plain(MEANING), Voice.NOTE),
        table("Coverage by framework", heads, rows, "table:coverage"),
    )


def traceability(judgement: Judgement, numbers: Mapping[str, str]) -> tuple[Block, ...]:
    """Each requirement with the sections and pages that answer it, by section number."""
    blocks: list[Block] = []
    for framework in judgement.frameworks:
        blocks += [
            Heading(2, _short(framework), f"traceability:{framework.id}"),
            Paragraph(plain(_origin(framework)), Voice.NOTE),
            _table(framework, judgement.coverage(framework.id), numbers),
        ]
    return tuple(blocks)


def _table(
    framework: Framework,
    statuses: tuple[RequirementStatus, ...],
    numbers: Mapping[str, str],
) -> Table:
    heads = (
        ("Requirement", 1.2),
        ("What it asks", 3.3),
        ("Answered in section", 2.8),
        ("State", 1.6),
    )
    rows = (
        (
            cell(status.requirement.id, strong=True),
            cell(_asked(status)),
            _answers(status, numbers),
            cell(WORDS[status.verdict], TONES[status.verdict]),
        )
        for status in statuses
    )
    caption = f"{_short(framework)}: requirement, section and page"
    return table(caption, heads, rows, f"table:traceability.{framework.id}")


def _answers(status: RequirementStatus, numbers: Mapping[str, str]) -> Cell:
    line: list[Inline] = []
    for key in status.requirement.sections:
        if key in numbers:
            anchor = f"section:{key}"
            line += [Text(", ")] if line else []
            line += [CrossReference(anchor, numbers[key]), Text(" (p. "), PageOf(anchor), Text(")")]
    return Cell((tuple(line),)) if line else Cell()


def _asked(status: RequirementStatus) -> str:
    requirement = status.requirement
    remark = " (from memory, not verified)" if requirement.confidence is Confidence.MEMORY else ""
    return f"{requirement.title}{remark}"


def _short(framework: Framework) -> str:
    return framework.name.split(",", maxsplit=1)[0]


def _origin(framework: Framework) -> str:
    parts = (framework.name, f"{framework.publisher}, {framework.edition}", framework.url)
    return " · ".join(part for part in parts if part)
