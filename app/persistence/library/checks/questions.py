"""Questions: one of each id, options where there is a choice, topics and frameworks known."""

from types import UnionType
from typing import Any, Final, get_args

from app.domain.interview.questions import AnswerKind, Question
from app.domain.plan.codec import field_specs
from app.domain.plan.profile import Profile
from app.domain.plan.variables import PROFILE_PREFIX
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems

CHOOSING: Final = frozenset({AnswerKind.CHOICE, AnswerKind.CHOICES})

FRAMEWORKS_QUESTION: Final = "profile.frameworks"

PROFILE_FIELDS: Final[dict[str, Any]] = {
    spec.name: spec.type for spec in field_specs(Profile) if spec.name not in {"id", "template"}
}
"""Types of the profile fields that a question may fill."""

_FITTING: Final[dict[Any, frozenset[AnswerKind]]] = {
    str: frozenset({AnswerKind.TEXT, AnswerKind.LONG_TEXT, AnswerKind.CHOICE}),
    tuple[str, ...]: frozenset({AnswerKind.LIST, AnswerKind.CHOICES}),
    bool: frozenset({AnswerKind.YES_NO}),
    int: frozenset({AnswerKind.NUMBER}),
}


def check_questions(parts: TemplateParts, problems: Problems) -> None:
    """Each question by itself, and against the questions before it."""
    _check_frameworks(parts, problems)
    topics = [topic.id for topic in parts.base.item.topics]
    taken: dict[str, str] = {}
    for question in parts.questions():
        asked = question.item
        if asked.id in taken:
            sentence = f"'{asked.id}' is also in {taken[asked.id]}"
            problems.note(question.file, f"{question.place}.id", sentence)
        taken.setdefault(asked.id, question.file)
        if asked.topic and asked.topic not in topics:
            sentence = f"'{asked.topic}' is none of {', '.join(topics)}"
            problems.note(question.file, f"{question.place}.topic", sentence)
        _check_options(question, problems)
        if asked.id.startswith(PROFILE_PREFIX):
            _check_profile(question, problems)


def _check_frameworks(parts: TemplateParts, problems: Problems) -> None:
    named = [
        Placed(parts.header.file, f"frameworks[{at}]", name)
        for at, name in enumerate(parts.header.item.frameworks)
    ]
    for question in parts.questions():
        if question.item.id == FRAMEWORKS_QUESTION:
            at = f"{question.place}.options"
            named += [Placed(question.file, at, item.value) for item in question.item.options]
    for name in named:
        if name.item not in parts.frameworks:
            problems.note(name.file, name.place, f"there is no framework '{name.item}'")


def _check_options(question: Placed[Question], problems: Problems) -> None:
    at = f"{question.place}.options"
    values = [option.value for option in question.item.options]
    chooses = question.item.kind in CHOOSING
    if chooses and not values:
        problems.note(question.file, at, f"is missing; a {question.item.kind.value} needs options")
    if values and not chooses:
        problems.note(question.file, at, f"a {question.item.kind.value} answer has no options")
    for value in sorted({value for value in values if values.count(value) > 1}):
        problems.note(question.file, at, f"'{value}' stands twice")


def _check_profile(question: Placed[Question], problems: Problems) -> None:
    name = question.item.id.removeprefix(PROFILE_PREFIX)
    wanted = PROFILE_FIELDS.get(name)
    if wanted is None:
        sentence = f"the profile has no field '{name}'"
        problems.note(question.file, f"{question.place}.id", sentence)
        return
    fitting = _FITTING[get_args(wanted)[0] if isinstance(wanted, UnionType) else wanted]
    if question.item.kind not in fitting:
        allowed = " or ".join(kind.value for kind in AnswerKind if kind in fitting)
        sentence = f"'{question.item.kind.value}' does not fill {question.item.id}; use {allowed}"
        problems.note(question.file, f"{question.place}.kind", sentence)
