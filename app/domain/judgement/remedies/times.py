"""Times in text that contradict the plan: the text takes over what the plan decides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.linting import duty_times
from app.domain.judgement.linting.answer_times import other_times
from app.domain.judgement.linting.level_clauses import contradictions
from app.domain.judgement.remedies.remedy import Mender, Remedy
from app.domain.judgement.sentences import sentences_of
from app.domain.plan.changes import put
from app.domain.plan.sections import Section
from app.domain.plan.stated_spans import StatedSpan


@dataclass(frozen=True, slots=True)
class Correction:
    """A span of a sentence, and what shall stand in its place."""

    sentence: str
    span: StatedSpan
    instead: str

    @property
    def wrong(self) -> str:
        """The span as it is written, with `every` where that is part of it."""
        return self.sentence[self.span.start : self.span.end]

    @property
    def right(self) -> str:
        """What replaces it, saying `every` where that is taken out with it."""
        first = self.wrong.split()[0].lower()
        if first in {"each", "every"} or first.endswith("ly"):
            return f"every {self.instead}"
        return self.instead


Corrections = Callable[[Context, Finding, Section], Iterator[Correction]]


def _level_times(context: Context, finding: Finding, section: Section) -> Iterator[Correction]:
    """The longer of the level's times in and out of working hours, which holds in both."""
    for sentence in sentences_of(section.prose):
        for clause in contradictions(sentence, context.plan.severities.all()):
            if finding.field == f"{clause.level.id}/{clause.subject.key}":
                longest = max(clause.known(), key=lambda span: span.minutes)
                yield Correction(sentence, clause.span, str(longest))


def _answers(context: Context, finding: Finding, section: Section) -> Iterator[Correction]:
    """The variable of the answer, so that both stay the same from now on."""
    for found in other_times(context, section):
        if found.question.id == finding.field:
            yield Correction(found.sentence, found.span, f"{{{{{found.question.id}}}}}")


def _duties(context: Context, finding: Finding, section: Section) -> Iterator[Correction]:
    """The limit of the duty, if it has a single one."""
    for sentence in sentences_of(section.prose):
        for duty, span in duty_times.contradictions(sentence, context.plan.obligations.values()):
            limits = set(duty_times.limits_of([duty]))
            if duty.id == finding.field and len(limits) == 1:
                yield Correction(sentence, span, str(limits.pop()))


def _mender(corrections: Corrections) -> Mender:
    def mend(context: Context, finding: Finding) -> Remedy | None:
        section = context.plan.sections.get(finding.record)
        if section is None:
            return None
        prose, said = section.prose, ""
        for correction in corrections(context, finding, section):
            if prose.count(correction.wrong) != 1:
                return None
            prose = prose.replace(correction.wrong, correction.right)
            said = said or f"Write “{correction.right}” instead of “{correction.wrong}”"
        changed = replace(section, prose=prose)
        return Remedy(said, (put(context.plan, changed),)) if said else None

    return mend


MENDERS = {
    "time.severity": _mender(_level_times),
    "time.answer": _mender(_answers),
    "time.obligation": _mender(_duties),
}
