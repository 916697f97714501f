"""How much of each framework the plan covers, on one page."""

from collections import Counter

from app.domain.document.inline import Text, plain
from app.domain.document.labels import Labels
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
from app.export.compose.scribe import Scribe

TONES = {
    Verdict.MET: Tone.GOOD,
    Verdict.PARTLY: Tone.WARN,
    Verdict.NOT_MET: Tone.BAD,
    Verdict.NOT_APPLICABLE: Tone.NEUTRAL,
    Verdict.NEEDS_PERSON: Tone.INFO,
}

ORDER = (
    Verdict.MET,
    Verdict.PARTLY,
    Verdict.NOT_MET,
    Verdict.NEEDS_PERSON,
    Verdict.NOT_APPLICABLE,
)


HEADS = {
    "coverage.framework": 4.0,
    "coverage.met": 0.8,
    "coverage.partly": 0.9,
    "coverage.not-met": 0.9,
    "coverage.needs-person": 1.2,
    "coverage.not-applicable": 1.2,
    "coverage.page": 0.8,
}


def summary(judgement: Judgement, scribe: Scribe) -> tuple[Block, ...]:
    """One row a framework, with the page on which its requirements are listed."""
    say = scribe.say
    rows: list[tuple[Cell | str, ...]] = []
    for framework in judgement.frameworks:
        counts = Counter(status.verdict for status in judgement.coverage(framework.id))
        numbers = (str(counts[verdict]) for verdict in ORDER)
        page = Cell(((PageOf(traced(framework)),),))
        rows.append((_named(judgement, framework, say), *numbers, page))
    return (
        Heading(1, say("coverage.heading"), "coverage", numbered=False),
        Paragraph(plain(say("coverage.note")), Voice.NOTE),
        scribe.table(say("coverage.caption"), HEADS, rows, "table:coverage"),
    )


def standing_words(framework: Framework, say: Labels) -> str:
    """What is said of an edition that may not be cited as current; blank of one that may."""
    if framework.status is FrameworkStatus.CURRENT:
        return ""
    return say(f"standing.{framework.status.value}")


def scope_words(judgement: Judgement, framework: Framework, say: Labels) -> str:
    """Which part of `framework` the plan is held against; blank for all of it."""
    counted, known = len(judgement.coverage(framework.id)), len(framework.chosen())
    if counted == known:
        return ""
    baseline = judgement.plan.profile.baseline.strip().lower()
    return say("coverage.baseline", baseline=baseline, counted=counted, known=known)


def traced(framework: Framework) -> str:
    """The place where the requirements of `framework` are listed one by one."""
    return f"traceability:{framework.id}"


def short_name(framework: Framework) -> str:
    """The name of a framework without its subtitle."""
    return framework.name.partition(", ")[0].partition(": ")[0]


def _named(judgement: Judgement, framework: Framework, say: Labels) -> Cell:
    remarks = (standing_words(framework, say), scope_words(judgement, framework, say))
    said = "; ".join(remark for remark in remarks if remark)
    remark = (Text(f" ({said})"),) if said else ()
    return Cell(((CrossReference(traced(framework), short_name(framework)), *remark),))
