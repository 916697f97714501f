"""Prose that gives a severity level other times than the plan's table of levels does."""

from collections.abc import Iterator

from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.level_clauses import Clause, contradictions
from app.domain.judgement.linting.naming_levels import named_levels
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.sentences import sentences_of
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section
from app.domain.plan.stated_spans import stated_spans


def _prose_and_levels(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section):
        return
    levels = context.plan.severities.all()
    seen: set[str] = set()
    for sentence in sentences_of(section.prose):
        for clause in contradictions(sentence, levels):
            field = f"{clause.level.id}/{clause.subject.key}"
            if field not in seen:
                seen.add(field)
                yield _finding(section, clause, field)


def _mentions(section: Section, level: SeverityLevel) -> bool:
    timed = (each for each in sentences_of(section.prose) if stated_spans(each))
    return any(named_levels(each, (level,)) for each in timed)


def _finding(section: Section, clause: Clause, field: str) -> Finding:
    known = " or ".join(str(span) for span in clause.known())
    return Finding(
        "time.severity",
        Weight.WARN,
        Kind.SECTION,
        section.id,
        f"{section.title} gives {clause.span.most} {clause.subject.what} for {clause.level.name}, "
        f"but the table of severity levels says {known}.",
        "Let the text say what the table says, or change the table.",
        section.id,
        field,
    )


RECORD_RULES = (
    RecordRule(
        "time.severity",
        Kind.SECTION,
        _prose_and_levels,
        scans=frozenset({Kind.SEVERITY}),
        mentions=_mentions,
    ),
)
