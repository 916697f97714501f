"""`irplan demo`: the whole job on a sample organisation, from the plan to verified files."""

import argparse
import hashlib
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import SAMPLE, SampleUnknown, Workshop
from app.cli.check import coverage_counts, short_name
from app.cli.command import add_command
from app.cli.demo_approval import APPROVER, AUTHOR, REVIEWER, approve, countersign
from app.cli.exits import FINDINGS, FINE
from app.cli.export import print_result
from app.cli.output import percent, say, say_table
from app.domain.errors import IrplanError
from app.domain.judgement.coverage import Verdict
from app.domain.lifecycle.auditing import audited
from app.services.exporting import ExportOptions, ExportResult
from app.services.opening import OpenPlan
from app.services.proving.light import Light
from app.services.signing import IdentityRequest, KeyFile

if TYPE_CHECKING:
    from app.cli.command import Commands

DEFAULT_FOLDER = Path("irplan-demo")
ENDING = ".irplan"
"""The ending of the plan's file, which bears the name of the sample."""

SEAL = "seal.p12"
SECRET_FILE = "passphrase.txt"  # noqa: S105 - a file name
CALENDAR = "reminders.ics"
EDITION = r"-[0-9A-Za-z-]+\.(?:pdf|docx)"
"""How the names of exported files go on after the id of the document."""


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
        "irplan demo --sample northwind-health --no-window",
    )
    made.add_argument("folder", type=Path, nargs="?", default=DEFAULT_FOLDER, metavar="DIR")
    made.add_argument(
        "--sample", default=SAMPLE, metavar="NAME", help=f"which organisation; {SAMPLE} by default"
    )
    made.add_argument("--no-window", action="store_true", help="do not open the app at the end")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Make everything, verify it and show a summary."""
    folder: Path = arguments.folder
    sample: str = arguments.sample
    if sample not in workshop.samples():
        raise SampleUnknown(sample, workshop.samples())
    plan = folder / f"{sample}{ENDING}"
    _prepare(workshop, folder)
    opened = workshop.create_sample(plan, sample)
    try:
        _print_plan(opened)
        identity = _identity(workshop, opened, folder, f"security@{sample}.example")
        keys = approve(workshop, opened, plan, identity[1])
        options = ExportOptions(folder, key=KeyFile(*identity), head=opened.store.head())
        result = workshop.exporter().export(opened.judgement, options)
        files = [file.path for file in result.files]
        countersign(workshop, files, keys)
        workshop.write_calendar(opened, folder / CALENDAR)
    finally:
        opened.close()
    print_result(_as_signed(result))
    say("", f"Reminders: {folder / CALENDAR}", "")
    audit = audited(workshop.audit_trail(plan))
    say(f"Audit trail: {'whole' if audit.whole else 'broken'}")
    holds = audit.whole and _verify(workshop, files, plan, folder)
    if not arguments.no_window and _has_display():
        _open_window(plan)
    return FINE if holds and not result.differences else FINDINGS


def _prepare(workshop: Workshop, folder: Path) -> None:
    """An empty folder; what an earlier demo made in it is taken away, unless it is in use."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = list(folder.iterdir())
        plans = {f"{sample}{ENDING}" for sample in workshop.samples()}
        ours = _ours(workshop, plans)
        if not all(_is_ours(path, ours) for path in found):
            raise DemoFolderTaken(
                f"The folder {folder} holds other files; name an empty one: irplan demo DIR."
            )
        for path in found:
            if path.name in plans:
                workshop.open(path).store.close()  # refused while a window has it open
        for path in found:
            path.unlink(missing_ok=True)
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise DemoFolderTaken(f"The folder {folder} cannot be used: {why}.") from error


def _ours(workshop: Workshop, plans: Iterable[str]) -> re.Pattern[str]:
    """The names of the files that a demo of any sample makes."""
    identities = (SEAL, AUTHOR, REVIEWER, APPROVER)
    certificates = (str(Path(file).with_suffix(".crt")) for file in identities)
    fixed = {*identities, *certificates, SECRET_FILE, CALENDAR}
    made = {*fixed, *plans, *(f"{plan}.lock" for plan in plans)}
    names = [re.escape(name) for name in made]
    names += [re.escape(name) + EDITION for name in workshop.sample_documents()]
    return re.compile("|".join(names))


def _is_ours(path: Path, ours: re.Pattern[str]) -> bool:
    return ours.fullmatch(path.name) is not None and path.is_file() and not path.is_symlink()


def _identity(workshop: Workshop, opened: OpenPlan, folder: Path, email: str) -> tuple[Path, str]:
    secret = secrets.token_urlsafe(12)
    workshop.write(folder / SECRET_FILE, f"{secret}\n".encode())
    organisation = opened.plan.profile.legal_name
    request = IdentityRequest(f"{opened.plan.profile.short_name} seal", email, organisation)
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


def _as_signed(result: ExportResult) -> ExportResult:
    """What was made, as it is once everybody has signed."""
    files = ((file, file.path.read_bytes()) for file in result.files)
    signed = (
        replace(file, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for file, data in files
    )
    return replace(result, files=tuple(signed))


def _verify(workshop: Workshop, files: Iterable[Path], plan: Path, folder: Path) -> bool:
    """Judge the files by the certificates of everybody in the demo, and beside the plan."""
    trusted = [key.with_suffix(".crt") for key in sorted(folder.glob("*.p12"))]
    holds = True
    for file in files:
        report = workshop.verify(file, trusted, plan=plan)
        holds = holds and report.light is Light.GREEN
        say(f"Verified {file.name}: {report.verdict.value}. {report.headline}")
        say(*(f"  {one.slot}: {one.signer}; {one.level}" for one in report.signatures))
    return holds


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return sys.stdout.isatty()
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_window(plan: Path) -> None:
    command = [sys.executable, "-m", "ui.main", str(plan)]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own program and file
