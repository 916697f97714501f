"""`irplan demo`: the whole job on the sample organisation."""

import argparse
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.check import coverage_counts, short_name
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.export import print_result
from app.cli.output import percent, say, say_table
from app.domain.errors import IrplanError
from app.domain.judgement.coverage import Verdict
from app.services.exporting import ExportOptions, ExportResult
from app.services.opening import OpenPlan
from app.services.signing import IdentityRequest
from app.services.verifying import Verdict as FileVerdict

if TYPE_CHECKING:
    from app.cli.command import Commands

DEFAULT_FOLDER = Path("irplan-demo")
PLAN = "northwind-health.irplan"
SEAL = "seal.p12"
SECRET_FILE = "passphrase.txt"  # noqa: S105 - a file name
CALENDAR = "reminders.ics"
EXPORTED = re.compile(r"NH-IRP-001-[0-9A-Za-z-]+\.(?:pdf|docx)")
"""The exported files of the sample plan, named by its document id."""


class DemoFolderTaken(IrplanError):
    """The folder holds things the demo did not make."""

    code: ClassVar[str] = "demo.folder-taken"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "demo",
        "Do the whole job on a sample organisation: plan, signed files, reminders, verification.",
        run,
        "irplan demo --no-window",
    )
    made.add_argument("folder", type=Path, nargs="?", default=DEFAULT_FOLDER, metavar="DIR")
    made.add_argument("--no-window", action="store_true", help="do not open the app at the end")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Make everything, verify it and show a summary."""
    folder: Path = arguments.folder
    plan = folder / PLAN
    _prepare(workshop, folder)
    opened = workshop.create_sample(plan)
    try:
        _print_plan(opened)
        identity = _identity(workshop, opened, folder)
        options = ExportOptions(folder, identity=identity[0], passphrase=identity[1])
        result = workshop.exporter().export(opened.judgement, options)
        workshop.write_calendar(opened, folder / CALENDAR)
    finally:
        opened.close()
    print_result(result)
    say("", f"Reminders: {folder / CALENDAR}", "")
    holds = _verify(workshop, result, identity[0].with_suffix(".crt"))
    if not arguments.no_window and _has_display():
        _open_window(plan)
    return FINE if holds and not result.differences else FINDINGS


def _prepare(workshop: Workshop, folder: Path) -> None:
    """An empty folder; what an earlier demo made in it is taken away, unless it is in use."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = list(folder.iterdir())
        if not all(_is_ours(path) for path in found):
            raise DemoFolderTaken(
                f"The folder {folder} holds other files; name an empty one: irplan demo DIR."
            )
        if folder / PLAN in found:
            workshop.open(folder / PLAN).store.close()  # refused while a window has it open
        for path in found:
            path.unlink(missing_ok=True)
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise DemoFolderTaken(f"The folder {folder} cannot be used: {why}.") from error


def _is_ours(path: Path) -> bool:
    made = {PLAN, SEAL, "seal.crt", SECRET_FILE, CALENDAR, f"{PLAN}.lock"}
    named = path.name in made or EXPORTED.fullmatch(path.name) is not None
    return named and path.is_file() and not path.is_symlink()


def _identity(workshop: Workshop, opened: OpenPlan, folder: Path) -> tuple[Path, str]:
    secret = secrets.token_urlsafe(12)
    workshop.write(folder / SECRET_FILE, f"{secret}\n".encode())
    organisation = opened.plan.profile.legal_name
    request = IdentityRequest(
        f"{opened.plan.profile.short_name} seal", "security@northwind.example", organisation
    )
    file = folder / SEAL
    workshop.make_identity(request, file, secret)
    return file, secret


def _print_plan(opened: OpenPlan) -> None:
    judgement = opened.judgement
    say(
        f"Plan: {opened.store.name}, {percent(judgement.share)} complete, "
        f"{len(judgement.findings())} open findings",
        "",
    )
    say_table(
        ("FRAMEWORK", "MET", "NEEDS A PERSON", "OPEN", "NOT APPLICABLE"),
        (
            (
                short_name(framework),
                str(counts[Verdict.MET]),
                str(counts[Verdict.NEEDS_PERSON]),
                str(counts[Verdict.PARTLY] + counts[Verdict.NOT_MET]),
                str(counts[Verdict.NOT_APPLICABLE]),
            )
            for framework in judgement.frameworks
            for counts in (coverage_counts(judgement, framework),)
        ),
    )
    say("")


def _verify(workshop: Workshop, result: ExportResult, certificate: Path) -> bool:
    holds = True
    for file in result.files:
        report = workshop.verify(file.path, (certificate,))
        holds = holds and report.verdict is FileVerdict.VALID
        say(f"Verified {file.path.name}: {report.verdict.value}")
        say(*(f"  {signature.level}" for signature in report.signatures))
    return holds


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return sys.stdout.isatty()
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_window(plan: Path) -> None:
    command = [sys.executable, "-m", "ui.main", str(plan)]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own program and file
