"""Where in a plan a reader finds what an element is shown by."""

from collections.abc import Iterator
from itertools import islice
from typing import assert_never

from app.domain.interview.questions import AnswerKind, Question, label_of
from app.domain.judgement.context import Context, applies
from app.domain.judgement.elements.answering import counts, is_asked
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    Element,
    Evidence,
    MatrixFilled,
    Rows,
    Says,
    Test,
)
from app.domain.judgement.elements.matching import satisfies
from app.domain.judgement.elements.rows import is_good
from app.domain.judgement.elements.wording import sentence_in
from app.domain.judgement.reading import quoted_sentences
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import name_in
from app.domain.plan.places import SECTION_OF
from app.domain.plan.plan import Record
from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import value_text, variable_text


def evidence_of(context: Context, element: Element) -> tuple[Evidence, ...]:
    """What shows `element`, test by test; none for a test that the plan does not pass."""
    return tuple(found for test in element.tests for found in _of_test(context, element, test))


def _of_test(context: Context, element: Element, test: Test) -> Iterator[Evidence]:
    match test:
        case Answered():
            yield from _answers(context, element, test)
        case Rows(kind):
            table = context.plan.table(kind).values()
            good = (
                one
                for one in table
                if satisfies(context, one, test.where) and is_good(context, test, one)
            )
            yield from _records(context, kind, good)
        case Covered(kind, by):
            yield from _records(context, by, _counting(context, test))
        case Says():
            yield from _sentences(context, test)
        case MatrixFilled():
            yield from _records(context, Kind.SEVERITY, iter(context.plan.severities.values()))
        case _:
            assert_never(test)


def _answers(context: Context, element: Element, test: Answered) -> Iterator[Evidence]:
    for name in test.questions:
        answer = context.answers.get(name)
        if answer is not None and counts(context, test, name) and is_asked(context, name):
            question = context.template.questions.get(name)
            section = element.section if question is None else question.section
            what = name if question is None else question.text
            quote = _answer_text(question, answer)
            yield Evidence(Kind.ANSWER, name, section, what, quote)


def _answer_text(question: Question | None, answer: AnswerValue) -> str:
    """The answer as it is shown; a choice by its label."""
    if question is None or question.kind not in {AnswerKind.CHOICE, AnswerKind.CHOICES}:
        return value_text(answer)
    chosen = answer if isinstance(answer, tuple) else (str(answer),)
    return value_text(tuple(label_of(question, value) for value in chosen))


def _counting(context: Context, test: Covered) -> Iterator[Record]:
    """The records of `test.by` that count."""
    table = context.plan.table(test.by).values()
    return (record for record in table if satisfies(context, record, test.where))


def _records(context: Context, kind: Kind, records: Iterator[Record]) -> Iterator[Evidence]:
    """The first of `records`, and how many more there are."""
    for first in islice(records, 1):
        more = sum(1 for _ in records)
        yield Evidence(
            kind, str(first.id), SECTION_OF[kind], "", name_in(context.plan, first), more
        )


def _sentences(context: Context, test: Says) -> Iterator[Evidence]:
    """The first sentence that passes."""
    for key in test.sections:
        section = context.plan.sections.get(RecordId(key))
        if section is None or not applies(section):
            continue
        at = sentence_in(test, section.prose)
        if at is not None:
            shown = quoted_sentences(section.prose, lambda name: _word(context, name))
            yield Evidence(Kind.SECTION, key, key, "", shown[at])
            return


def _word(context: Context, name: str) -> str:
    return variable_text(context.plan, name) or "…"
