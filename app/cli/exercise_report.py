"""Exercises and the heat map of a plan, as lines for people and as data for programs."""

from collections.abc import Iterator
from datetime import date

from app.cli.output import printable
from app.domain.lifecycle.learning.heat import Heat, HeatRow, Quarter, Warmth
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.practice import is_held, part_key
from app.domain.plan.programme import Exercise, by_date
from app.services.learning.attaching import attached
from app.services.learning.found import from_source

EXERCISES_FORMAT = "irplan-exercises/1"
HEAT_FORMAT = "irplan-heat/1"


def exercise_lines(plan: Plan) -> Iterator[str]:
    """One line an exercise: day, state, id, name, and what belongs to it."""
    for item in by_date(plan.exercises.values()):
        day = _iso(item.on) or "no day    "
        yield f"{day}  {item.state.value:7}  {item.id}  {printable(item.name)}{_more(plan, item)}"
    if not plan.exercises:
        yield "The plan has no exercise yet."


def exercises_data(plan: Plan) -> dict[str, object]:
    """The same for programs."""
    return {
        "format": EXERCISES_FORMAT,
        "exercises": [_exercise(plan, item) for item in by_date(plan.exercises.values())],
    }


def heat_lines(found: Heat) -> Iterator[str]:
    """One line a part: how often, and when last."""
    for row in found.rows:
        yield f"{_words(row):38}  {row.part.key}  {printable(row.part.name)}"
    if not found.rows:
        yield "The plan has no part that can be tried out."


def heat_data(found: Heat) -> dict[str, object]:
    """The same for programs, with the counts of each quarter."""
    return {
        "format": HEAT_FORMAT,
        "quarters": [_quarter(quarter) for quarter in found.quarters],
        "parts": [
            {
                "part": row.part.key,
                "name": row.part.name,
                "times": row.part.times,
                "last": _iso(row.part.last),
                "warmth": row.warmth.value,
                "by_quarter": list(row.by_quarter),
                "occasions": [
                    {
                        "source": trial.source,
                        "name": trial.name,
                        "on": _iso(trial.on),
                        "incident": trial.real,
                    }
                    for trial in row.part.trials
                ],
            }
            for row in found.rows
        ],
    }


def _exercise(plan: Plan, item: Exercise) -> dict[str, object]:
    source = part_key(Kind.EXERCISE, item.id)
    return {
        "id": item.id,
        "name": item.name,
        "kind": item.kind,
        "on": _iso(item.on),
        "held": is_held(item),
        "attendees": list(item.attendees),
        "objectives": list(item.objectives),
        "reached": list(item.reached),
        "exercised": list(item.exercised),
        "results": item.results,
        "findings": list(item.findings),
        "lessons": [
            {"id": one.id, "text": one.text, "state": one.state.value, "decision": one.decision}
            for one in from_source(plan, source)
        ],
        "files": [
            {"name": kept.name, "size": kept.size, "sha256": kept.id, "inside": kept.inside}
            for kept in attached(plan, source)
        ],
    }


def _more(plan: Plan, item: Exercise) -> str:
    source = part_key(Kind.EXERCISE, item.id)
    counts = (
        (len(item.attendees), "attended", "attended"),
        (len(from_source(plan, source)), "lesson", "lessons"),
        (len(attached(plan, source)), "file", "files"),
    )
    told = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return f" ({', '.join(told)})" if told else ""


def _words(row: HeatRow) -> str:
    if row.warmth is Warmth.NEVER:
        return "never"
    times = "once" if row.part.times == 1 else f"{row.part.times} times"
    last = _iso(row.part.last)
    since = ", long ago" if row.warmth is Warmth.LONG_AGO and last else ""
    return f"{times}, last on {last}{since}" if last else f"{times}, no day stated"


def _quarter(quarter: Quarter) -> str:
    return f"{quarter.year}-Q{quarter.number}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
