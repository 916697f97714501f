"""`irplan version export`: the files of an issued version, the same whenever they are asked for."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say, say_table
from app.cli.signing_key import add_key, add_stamping, key_of, stamping_of, wants_key
from app.cli.working import reading, working_on
from app.domain.document.audience import Audience
from app.services.approving.exporting import Excerpt, Moment, Seal, VersionFile
from app.services.signing import KeyFile

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.services.opening import OpenPlan


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "export",
        "Export an issued version as it was issued; the first files made are kept and given back.",
        run,
        "irplan version export plan.irplan 1.0 --to out",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("version", metavar="VERSION")
    made.add_argument("--to", type=Path, required=True, metavar="DIR", help="made when missing")
    made.add_argument(
        "--edition",
        choices=tuple(one.value for one in Audience if one is not Audience.PLAN),
        help="what these readers need of it; rendered anew each time, and not kept",
    )
    add_key(made, "seal the files, the first time, with this identity")
    add_stamping(made)


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the files; the plan is opened to be changed only where files are to be kept."""
    if arguments.edition is not None:
        return _excerpt(workshop, arguments)
    exporter = workshop.version_exporter()
    with reading(workshop, arguments.plan) as opened:
        kept = exporter.is_kept(opened.plan, arguments.version)
    manner = reading if kept else working_on
    seal = _seal(workshop, arguments, kept=kept)
    with manner(workshop, arguments.plan) as opened:
        files = _export(workshop, opened, arguments, seal)
    _print(files, kept=kept)
    return FINE


def _excerpt(workshop: Workshop, arguments: argparse.Namespace) -> int:
    seal = _seal(workshop, arguments, kept=False)
    asked = Excerpt(Audience(arguments.edition), arguments.to, seal)
    with reading(workshop, arguments.plan) as opened:
        now = Moment(opened.plan, opened.store.head(), opened.store.actor)
    history = workshop.history(arguments.plan)
    _list(workshop.version_exporter().excerpt(now, history, arguments.version, asked))
    say("Editions are made anew each time; the files of the whole version are kept.")
    return FINE


def _seal(workshop: Workshop, arguments: argparse.Namespace, *, kept: bool) -> Seal | None:
    """What to seal with; no secret is asked for where files are kept, which refuse a seal."""
    if kept and wants_key(arguments):
        return Seal(KeyFile(arguments.sign or arguments.token))
    key = key_of(arguments)
    authority = workshop.settings().time_authority
    return None if key is None else Seal(key, stamping_of(arguments, authority), _note)


def _note(lacking: str) -> None:
    say(f"Note: {lacking}")


def _export(
    workshop: Workshop, opened: "OpenPlan", arguments: argparse.Namespace, seal: Seal | None
) -> tuple[VersionFile, ...]:
    history = workshop.history(arguments.plan)
    exporter = workshop.version_exporter()
    return exporter.export(opened, history, arguments.version, arguments.to, seal)


def _list(files: tuple[VersionFile, ...]) -> None:
    say_table(
        ("FILE", "BYTES", "SHA-256"),
        ((printable(str(file.path)), str(file.size), file.sha256) for file in files),
    )


def _print(files: tuple[VersionFile, ...], *, kept: bool) -> None:
    _list(files)
    first = files[0]
    made = f"{first.made_at:%Y-%m-%d %H:%M} UTC by {printable(first.made_by)}"
    if kept:
        say(f"These are the files made on {made}, byte for byte.")
    else:
        say(f"The files are kept in the plan; every later export gives back these bytes ({made}).")
