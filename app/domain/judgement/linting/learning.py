"""What exercises and incidents leave open: lessons overdue, nothing recorded, parts never tried."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.practice import is_held, is_practised, part_key
from app.domain.plan.programme import Exercise
from app.domain.plan.variables import value_text

SECTION: Final = "exercises"

SHOWN: Final = 3
"""How many sections a sentence names."""

_NOTHING: Final[frozenset[str]] = frozenset()


def _overdue(context: Context, lesson: Lesson) -> Iterator[Finding]:
    if lesson.state is LessonState.OPEN and lesson.due is not None and lesson.due < context.today:
        day = value_text(lesson.due)
        yield Finding(
            "lesson.overdue",
            Weight.WARN,
            Kind.LESSON,
            lesson.id,
            f"A lesson was to be decided on by {day} and is still open.",
            "Adopt it, make it an action, or reject it with a reason.",
            SECTION,
        )


def _nothing_recorded(context: Context, exercise: Exercise) -> Iterator[Finding]:
    told = (exercise.results, *exercise.findings)
    if is_held(exercise) and not any(text.strip() for text in told):
        yield Finding(
            "exercise.no-results",
            Weight.WARN,
            Kind.EXERCISE,
            exercise.id,
            f"It is not recorded what the exercise “{exercise.name}” showed.",
            "Record its results and what was found, even if all went well.",
            SECTION,
        )


def _tried(exercise: Exercise) -> frozenset[str]:
    """What the exercise tried out, once it is held."""
    return frozenset(exercise.exercised) if is_held(exercise) else _NOTHING


def _untried(context: Context, counts: Counts) -> Iterator[Finding]:
    """What was never tried out; nothing is known of that until some exercise says what it tried."""
    used = (frozenset(item.exercised) for item in context.plan.activations.values())
    tried = _NOTHING.union(*counts, *used)
    if tried:
        yield from _untried_playbooks(context, tried)
        yield from _untried_sections(context, tried)


def _untried_playbooks(context: Context, tried: Iterable[str]) -> Iterator[Finding]:
    for playbook in context.plan.playbooks.values():
        if part_key(Kind.PLAYBOOK, playbook.id) not in tried:
            yield Finding(
                "playbook.untried",
                Weight.HINT,
                Kind.PLAYBOOK,
                playbook.id,
                f"The playbook {playbook.name} was never used in an exercise or an incident.",
                "Plan an exercise of it.",
                "playbooks",
            )


def _untried_sections(context: Context, tried: Iterable[str]) -> Iterator[Finding]:
    titles = [
        section.title
        for section in context.plan.sections.values()
        if is_practised(section) and part_key(Kind.SECTION, section.id) not in tried
    ]
    if titles:
        yield Finding(
            "section.untried",
            Weight.HINT,
            Kind.SECTION,
            RecordId(SECTION),
            f"No exercise and no incident has tried out {_listed(titles)}.",
            "Plan exercises that do.",
            SECTION,
        )


def _listed(titles: list[str]) -> str:
    shown = [f"“{title}”" for title in titles[:SHOWN]]
    rest = len(titles) - len(shown)
    if rest:
        shown.append("1 more section" if rest == 1 else f"{rest} more sections")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


RECORD_RULES = (
    RecordRule("lesson.overdue", Kind.LESSON, _overdue),
    RecordRule("exercise.no-results", Kind.EXERCISE, _nothing_recorded),
)
COUNT_RULES = (
    CountRule(
        "practice.untried",
        Kind.EXERCISE,
        _tried,
        _untried,
        frozenset({Kind.ACTIVATION, Kind.PLAYBOOK, Kind.SECTION}),
    ),
)
