"""How ready the organisation is, in figures that are worked out from the plan."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.domain.document.tree import Block
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.findings import Weight
from app.domain.judgement.requirements import Framework
from app.domain.lifecycle.learning.parts import parts
from app.domain.plan.lessons import LessonState
from app.domain.plan.practice import is_held
from app.domain.plan.programme import Exercise, by_date
from app.domain.plan.reviewing import months_after, next_review
from app.export.compose.coverage import short_name
from app.export.compose.editions.room import Trimmer
from app.export.compose.editions.source import Source, stated_facts

YEAR: Final = 12
"""Months back within which exercises count."""


def readiness(source: Source, trim: Trimmer) -> Iterator[Block]:
    """Each figure on a line."""
    say = source.labels
    rows = [
        (say("edition.ready.complete"), _complete(source)),
        (say("edition.ready.coverage"), trim.text(_coverage(source), 150)),
        (say("edition.ready.roles"), _roles(source)),
        (say("edition.ready.contacts"), _contacts(source)),
        (say("edition.ready.exercises"), _exercises(source, trim)),
        (say("edition.ready.practised"), _practised(source)),
        (say("edition.ready.restore"), trim.text(source.answer("recovery", "tested_on"), 60)),
        (say("edition.ready.lessons"), _lessons(source)),
        (say("edition.ready.review"), _review(source)),
    ]
    yield from stated_facts(rows)


def _complete(source: Source) -> str:
    """How much is stated, and how many findings are open by weight."""
    judgement = source.judgement
    return source.labels(
        "edition.ready.complete-text",
        share=int(judgement.share * 100),
        blocks=judgement.count(Weight.BLOCKS),
        warn=judgement.count(Weight.WARN),
        hint=judgement.count(Weight.HINT),
    )


def _coverage(source: Source) -> str:
    """Over all frameworks, and where the least of one is met."""
    counted = [(one, *_met(source, one)) for one in source.judgement.frameworks]
    counted = [(one, met, whole) for one, met, whole in counted if whole]
    if not counted:
        return ""
    least, met, whole = min(counted, key=lambda item: item[1] / item[2])
    return source.labels(
        "edition.ready.met",
        met=sum(item[1] for item in counted),
        all=sum(item[2] for item in counted),
        frameworks=source.labels("edition.ready.frameworks", n=len(counted)),
        framework=short_name(least),
        least=met,
        most=whole,
    )


def _met(source: Source, framework: Framework) -> tuple[int, int]:
    """How many of its requirements are met, of those that apply."""
    verdicts = [status.verdict for status in source.judgement.coverage(framework.id)]
    return verdicts.count(Verdict.MET), len(verdicts) - verdicts.count(Verdict.NOT_APPLICABLE)


def _roles(source: Source) -> str:
    roles = source.plan.roles.values()
    filled = sum(bool(role.holder and role.deputies) for role in roles)
    return source.labels("edition.ready.of", n=filled, all=len(roles)) if roles else ""


def _contacts(source: Source) -> str:
    people = source.plan.people.values()
    since = _day(source) - timedelta(days=source.plan.kept.verify_every)
    checked = sum(one.verified_on is not None and one.verified_on >= since for one in people)
    if not people:
        return ""
    return source.labels(
        "edition.ready.contacts-text",
        n=checked,
        all=len(people),
        days=source.plan.kept.verify_every,
    )


def _exercises(source: Source, trim: Trimmer) -> str:
    """How many in a year, which was the last and which is the next."""
    say = source.labels
    ordered = by_date(source.plan.exercises.values())
    held = [one for one in ordered if is_held(one) and one.on is not None]
    ahead = [one for one in ordered if not is_held(one) and one.on is not None]
    if not ordered:
        return ""
    begun = months_after(_day(source), -YEAR)
    count = sum(one.on is not None and one.on > begun for one in held)
    told = [say("edition.ready.held", n=count)]
    if held:
        told.append(_named("edition.ready.last", held[-1], source, trim))
    if ahead:
        told.append(_named("edition.ready.next", ahead[0], source, trim))
    return "; ".join(told)


def _named(key: str, exercise: Exercise, source: Source, trim: Trimmer) -> str:
    """A long name is cut, a date never."""
    name = trim.text(exercise.name, 60, 40)
    return source.labels(key, name=name, date=source.scribe.day(exercise.on))


def _practised(source: Source) -> str:
    found = parts(source.plan)
    tried = sum(bool(part.trials) for part in found)
    return source.labels("edition.ready.of", n=tried, all=len(found)) if tried else ""


def _lessons(source: Source) -> str:
    lessons = source.plan.lessons.values()
    open_ones = sum(one.state is LessonState.OPEN for one in lessons)
    return source.labels("edition.ready.of", n=open_ones, all=len(lessons)) if lessons else ""


def _review(source: Source) -> str:
    return source.scribe.day(next_review(source.plan)) or source.labels("gap.not-stated")


def _day(source: Source) -> date:
    return source.occasion.when.date()
