"""`irplan exercise`: exercises listed, recorded, with files attached; what was tried out."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exercise_report import exercise_lines, exercises_data, heat_data, heat_lines
from app.cli.exits import FINDINGS, FINE
from app.cli.output import printable, say, say_json
from app.domain.errors import IrplanError
from app.domain.lifecycle.learning.heat import heat
from app.domain.lifecycle.learning.parts import tryable
from app.domain.plan.ids import id_from_name
from app.domain.plan.kinds import Kind
from app.domain.plan.practice import part_key
from app.domain.plan.programme import Exercise
from app.services.clock import today
from app.services.learning.attaching import attach, matching, owner_of
from app.services.learning.faults import Fault
from app.services.learning.found import Found
from app.services.learning.holding import Held, faults, hold

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.domain.plan.plan import Plan


class ExerciseUnknown(IrplanError):
    """The plan has no such exercise."""

    code: ClassVar[str] = "exercise.unknown"

    def __init__(self, word: str, plan: "Plan") -> None:
        known = ", ".join(plan.exercises) or "none"
        super().__init__(
            f"The plan has no exercise {word!r}; it has {known}. "
            "Give --name to record one that nobody planned.",
            exercise=word,
        )


class PartUnknown(IrplanError):
    """What was exercised is no part of the plan."""

    code: ClassVar[str] = "exercise.unknown-part"

    def __init__(self, word: str) -> None:
        super().__init__(
            f"The plan has no part {word!r} that can be exercised; name a section, playbook, "
            "tree, role or severity, such as sections/recovery or playbooks/ransomware.",
            part=word,
        )


class NotHeldYet(IrplanError):
    """A day in the future, or nobody there."""

    code: ClassVar[str] = "exercise.not-held"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "exercise",
        "List the exercises of a plan, record one as held, attach files, show what was tried out.",
        _list,
        "irplan exercise record plan.irplan ransomware-2026 --on 2026-11-20 \\\n"
        '      --attended "Anna Keller" --exercised playbooks/ransomware \\\n'
        '      --finding "Nobody had the number of the insurer"',
    )
    actions = made.add_subparsers(title="actions", metavar="ACTION", required=True)
    for add in (_add_list, _add_record, _add_attach, _add_check, _add_heat):
        add(actions)


def _add_list(actions: "Commands") -> None:
    made = add_command(
        actions, "list", "List them, the earliest first.", _list, "irplan exercise list plan.irplan"
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def _add_record(actions: "Commands") -> None:
    made = add_command(
        actions,
        "record",
        "Record an exercise as held; each finding becomes a lesson that waits for a decision.",
        _record,
        "irplan exercise record plan.irplan ransomware-2026 --on 2026-11-20 "
        '--attended "Anna Keller"',
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("exercise", metavar="EXERCISE", help="its id, or a new one with --name")
    made.add_argument("--name", help="records one that is not in the plan yet, under this name")
    made.add_argument("--on", type=_day, required=True, metavar="DATE", help="such as 2026-11-20")
    for option, name, told in (
        ("attended", "NAME", "somebody who was there"),
        ("reached", "OBJECTIVE", "an objective that was reached, in the exercise's words"),
        ("exercised", "PART", "what was tried out, such as sections/recovery"),
        ("finding", "TEXT", "something it showed"),
    ):
        made.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar=name,
            help=f"{told}; may be given again",
        )
    made.add_argument("--results", default="", metavar="TEXT", help="how it went")


def _add_attach(actions: "Commands") -> None:
    made = add_command(
        actions,
        "attach",
        "Record a file about an exercise by its SHA-256, for good.",
        _attach,
        "irplan exercise attach plan.irplan ransomware-2026 minutes.pdf",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("exercise", metavar="EXERCISE")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--inside", action="store_true", help="keep the file itself in the plan, up to 20 MiB"
    )


def _add_check(actions: "Commands") -> None:
    made = add_command(
        actions,
        "check",
        "Say whether a file is one that the plan has recorded; 1 when it is not.",
        _check,
        "irplan exercise check plan.irplan minutes.pdf",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("file", type=Path, metavar="FILE")


def _add_heat(actions: "Commands") -> None:
    made = add_command(
        actions,
        "heat",
        "Show how often, and when last, each part of the plan was tried out.",
        _heat,
        "irplan exercise heat plan.irplan",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def _list(workshop: Workshop, arguments: argparse.Namespace) -> int:
    plan = _plan(workshop, arguments.plan)
    if arguments.json:
        say_json(exercises_data(plan))
    else:
        say(*exercise_lines(plan))
    return FINE


def _heat(workshop: Workshop, arguments: argparse.Namespace) -> int:
    found = heat(_plan(workshop, arguments.plan), today(workshop.clock))
    if arguments.json:
        say_json(heat_data(found))
    else:
        say(*heat_lines(found))
    return FINE


def _record(workshop: Workshop, arguments: argparse.Namespace) -> int:
    held = Held(
        arguments.on,
        tuple(arguments.attended),
        tuple(arguments.reached),
        tuple(arguments.exercised),
        arguments.results,
        tuple(Found(text) for text in arguments.finding),
    )
    wrong = faults(held, today(workshop.clock))
    if wrong:
        raise NotHeldYet(_sentence(wrong))
    opened = workshop.open(arguments.plan)
    try:
        exercise = _exercise(opened.plan, arguments.exercise, arguments.name)
        _check_parts(opened.plan, held)
        opened.session.apply(hold(opened.plan, exercise, held), "Exercise held")
        opened.save(f"Recorded the exercise {exercise.name}")
    finally:
        opened.store.close()
    lessons = len([one for one in held.found if one.text.strip()])
    taught = "1 lesson waits" if lessons == 1 else f"{lessons} lessons wait"
    say(f"{printable(exercise.name)}: held on {held.on}; {taught} for a decision.")
    return FINE


def _attach(workshop: Workshop, arguments: argparse.Namespace) -> int:
    measured = workshop.measure(arguments.file, inside=arguments.inside)
    opened = workshop.open(arguments.plan)
    try:
        exercise = _exercise(opened.plan, arguments.exercise, None)
        about = part_key(Kind.EXERCISE, exercise.id)
        kept = attach(opened, measured, about, opened.store.actor)
    finally:
        opened.store.close()
    where = "the file itself is in the plan" if kept.inside else "the file stays where it is"
    say(f"{printable(kept.name)}: SHA-256 {kept.id}, {kept.size} bytes; {where}.")
    return FINE


def _check(workshop: Workshop, arguments: argparse.Namespace) -> int:
    plan = _plan(workshop, arguments.plan)
    measured = workshop.measure(arguments.file)
    kept = matching(plan, measured)
    if kept is None:
        say(f"No file of the plan has the SHA-256 {measured.sha256}: this is none of them.")
        return FINDINGS
    owner = printable(owner_of(plan, kept))
    say(
        f"This is the file recorded as {printable(kept.name)} of {owner} on {kept.at:%Y-%m-%d}: "
        f"SHA-256 {kept.id}."
    )
    return FINE


def _plan(workshop: Workshop, path: Path) -> "Plan":
    opened = workshop.open(path, read_only=True)
    try:
        return opened.plan
    finally:
        opened.store.close()


def _exercise(plan: "Plan", word: str, name: str | None) -> Exercise:
    found = next((item for item in plan.exercises.values() if item.id == word), None)
    if found is not None:
        return found
    if name is None or not name.strip():
        raise ExerciseUnknown(word, plan)
    return Exercise(id_from_name(word, frozenset(plan.exercises)), name.strip())


def _check_parts(plan: "Plan", held: Held) -> None:
    known = {part.key for part in tryable(plan)}
    for key in held.exercised:
        if key not in known:
            raise PartUnknown(key)


def _sentence(wrong: dict[str, Fault]) -> str:
    if "on" in wrong:
        return "The day lies ahead: an exercise is recorded once it was held."
    return "Name who was there with --attended; an exercise without people proves nothing."


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-11-20") from error
