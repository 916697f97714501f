"""Required answers that are open, sections without text, variables that stand for nothing."""

from collections.abc import Iterator

from app.domain.document.prose.mentions import variables
from app.domain.interview.conditions import says_something
from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.reading import parsed
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section
from app.domain.plan.variables import variable_text


def _open_answers(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section):
        return
    for question in context.asked(section.id):
        if question.required and not says_something(context.answers.get(question.id)):
            yield Finding(
                "answer.open",
                Weight.WARN,
                Kind.SECTION,
                section.id,
                f"Not stated: {question.text}",
                "Answer the question, or mark the section not applicable and say why.",
                section.id,
                question.id,
            )


def _empty_section(context: Context, section: Section) -> Iterator[Finding]:
    if applies(section) and not section.prose.strip():
        yield Finding(
            "section.empty",
            Weight.BLOCKS,
            Kind.SECTION,
            section.id,
            f"The section {section.title} has no text.",
            "Write it, or mark it not applicable and say why.",
            section.id,
        )


def _open_variables(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section):
        return
    for name in variables(parsed(section.prose)):
        if variable_text(context.plan, name) is None:
            question = context.template.questions.get(name)
            what = question.text if question is not None else f"{{{{{name}}}}} stands for nothing."
            yield Finding(
                "text.open-variable",
                Weight.BLOCKS,
                Kind.SECTION,
                section.id,
                f"The text of {section.title} waits for an answer: {what}",
                "Answer the question, or take the variable out of the text.",
                section.id,
                name,
            )


RECORD_RULES = (
    RecordRule("answer.open", Kind.SECTION, _open_answers, follows_answers=True),
    RecordRule("section.empty", Kind.SECTION, _empty_section),
    RecordRule("text.open-variable", Kind.SECTION, _open_variables, follows_answers=True),
)
