"""`irplan version export`: the files of an issued version, the same whenever they are asked for."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say, say_table
from app.cli.passphrase import passphrase
from app.cli.working import reading, working_on
from app.services.approving.exporting import VersionFile
from app.services.approving.signing import KeyFile

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
    made.add_argument("--sign", type=Path, metavar="ID.p12", help="seal the files, the first time")
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line is used")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the files; the plan is opened to be changed only where files are to be kept."""
    exporter = workshop.version_exporter()
    with reading(workshop, arguments.plan) as opened:
        kept = exporter.is_kept(opened.plan, arguments.version)
    manner = reading if kept else working_on
    seal = None
    if arguments.sign is not None:
        seal = KeyFile(arguments.sign, "" if kept else passphrase(arguments.passphrase_file))
    with manner(workshop, arguments.plan) as opened:
        files = _export(workshop, opened, arguments, seal)
    _print(files, kept=kept)
    return FINE


def _export(
    workshop: Workshop, opened: "OpenPlan", arguments: argparse.Namespace, seal: KeyFile | None
) -> tuple[VersionFile, ...]:
    history = workshop.history(arguments.plan)
    exporter = workshop.version_exporter()
    return exporter.export(opened, history, arguments.version, arguments.to, seal)


def _print(files: tuple[VersionFile, ...], *, kept: bool) -> None:
    say_table(
        ("FILE", "BYTES", "SHA-256"),
        ((printable(str(file.path)), str(file.size), file.sha256) for file in files),
    )
    first = files[0]
    made = f"{first.made_at:%Y-%m-%d %H:%M} UTC by {printable(first.made_by)}"
    if kept:
        say(f"These are the files made on {made}, byte for byte.")
    else:
        say(f"The files are kept in the plan; every later export gives back these bytes ({made}).")
