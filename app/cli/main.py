"""The command line: words to commands, failures to sentences and exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence

from app.bootstrap import workshop
from app.cli import (
    answers,
    audit,
    backups,
    check,
    clocks,
    demo,
    diff,
    doctor_command,
    evidence,
    exercise,
    export,
    frameworks,
    identity,
    import_command,
    languages,
    new,
    reach,
    remind,
    restore,
    review,
    score,
    sign,
    stamp,
    templates,
    verify,
    version,
)
from app.cli.exits import FAILED, INTERRUPTED
from app.cli.output import printable
from app.domain.errors import IrplanError
from app.logs import hush_libraries

_ABOUT = "Draft, check, export, sign and verify incident response plans."
_EXAMPLE = """\
examples:
  irplan demo
  irplan answers > answers.toml
  irplan new plan.irplan --answers answers.toml
  irplan check plan.irplan
  irplan import plan.irplan contacts.csv --as people --dry-run
  irplan diff plan.irplan 1.0 draft
  irplan backups plan.irplan
  irplan restore plan.irplan --backup 2
  irplan identity new --name "Anna Keller" --email anna@example.org \\
      --organisation "Example Ltd" --out anna.p12 --passphrase-file secret.txt
  irplan export plan.irplan --to out --sign anna.p12 --passphrase-file secret.txt
  irplan sign out/plan.pdf --field Approver --sign ada.p12
  irplan verify out/*.pdf --trust anna.crt
  irplan evidence plan.irplan --to evidence.zip
  irplan remind plan.irplan --ics reminders.ics
  irplan version list plan.irplan
  irplan review agenda plan.irplan
  irplan clocks plan.irplan --awareness 2026-11-20T16:40+01:00
  irplan reach plan.irplan --at "Mon 03:00" --down email,sso
  irplan exercise heat plan.irplan
  irplan score

exit codes:
  0 fine   1 findings or an invalid signature   2 wrong usage   3 expected failure
"""
_COMMANDS = (
    demo,
    templates,
    frameworks,
    languages,
    answers,
    new,
    check,
    diff,
    backups,
    restore,
    clocks,
    reach,
    exercise,
    import_command,
    export,
    identity,
    sign,
    stamp,
    verify,
    audit,
    evidence,
    remind,
    review,
    version,
    score,
    doctor_command,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    hush_libraries()
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(workshop(), arguments)
        sys.stdout.flush()
    except IrplanError as error:
        print(f"irplan: {error.code}: {printable(error.message)}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        _discard_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    made = argparse.ArgumentParser(
        "irplan",
        description=_ABOUT,
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = made.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    return made


def _discard_output() -> None:
    """Nobody reads on, so Python must not try again to write when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
