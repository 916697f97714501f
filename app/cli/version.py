"""`irplan version`: submitting, reviewing, approving and exporting the versions of a plan."""

from typing import TYPE_CHECKING

from app.cli import version_acts, version_export, version_handover, version_list, version_submit
from app.cli.command import add_command

if TYPE_CHECKING:
    from app.cli.command import Commands

_PARTS = (version_list, version_submit, version_acts, version_handover, version_export)


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "version",
        "Submit, review, approve, issue, withdraw and export versions of a plan.",
        version_list.run,
        "irplan version list plan.irplan",
    )
    actions = made.add_subparsers(title="what to do", metavar="WHAT", required=True)
    for part in _PARTS:
        part.add_to(actions)
