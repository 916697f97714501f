"""`irplan version request`, `answer` and `take`: an approval given on another machine."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say
from app.cli.signing_key import add_key, key_of
from app.cli.version_acts import outcome
from app.cli.working import reading, working_on
from app.domain.errors import IrplanError
from app.domain.plan.acts import Deed
from app.services.approving.approvals import Approvals
from app.services.approving.asking import (
    ASKING,
    PERSONAL,
    ApprovalRequest,
    Reply,
    answer,
    request_for,
)
from app.services.approving.handover import Arrival, arrived, take
from app.services.approving.signing import name_note

if TYPE_CHECKING:
    from app.cli.command import Commands

SHOWN_CHANGES = 40
"""How many sentences on what changed are printed; the plan to read has it all."""


class AnswerUnsigned(IrplanError):
    """An answer is to be written without an identity to sign it."""

    code: ClassVar[str] = "handover.answer-unsigned"

    def __init__(self) -> None:
        super().__init__("An answer is signed: name your identity with --sign ID.p12.")


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    _add_request(commands)
    _add_answer(commands)
    _add_take(commands)


def request(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the request and say what is in it."""
    with reading(workshop, arguments.plan) as opened:
        asked = request_for(opened, arguments.to, workshop.history(arguments.plan))
    workshop.write_request(asked, arguments.out)
    say(
        f"Wrote {printable(str(arguments.out))}: {printable(asked.of)} is asked for "
        f"{ASKING[asked.asked]} of version {printable(asked.version)}.",
        f"Content SHA-256: {asked.content}",
        PERSONAL,
    )
    return FINE


def reply(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Show a request; lay the plan out to read, and sign an answer, where that is wanted."""
    asked = workshop.read_request(arguments.request)
    _show(asked)
    if arguments.pdf is not None:
        workshop.write(arguments.pdf, workshop.request_pdf(asked).data)
        say(f"Wrote {printable(str(arguments.pdf))}: the plan to read.")
    key = key_of(arguments)
    if key is None:
        if arguments.out is not None or arguments.changes is not None:
            raise AnswerUnsigned
        say("Nothing was signed; answer with --sign ID.p12 --out FILE.")
        return FINE
    said = Reply(asked.asked, arguments.role, arguments.reason)
    if arguments.changes is not None:
        said = Reply(Deed.CHANGES_REQUESTED, arguments.role, arguments.changes)
    made = answer(asked, said, key, workshop.identities, workshop.clock)
    out = arguments.out or arguments.request.with_suffix(".irplan-response")
    workshop.write_response(made, out)
    note = name_note(asked.of, made.subject)
    say(
        *([f"Note: {printable(note)}"] if note else []),
        f"Wrote {printable(str(out))}: send it back to {printable(asked.by)}.",
        f"Your certificate's SHA-256 fingerprint is {made.fingerprint}; tell it by telephone or "
        "in person.",
    )
    return FINE


def accept(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Enter an answer that fits, once somebody confirmed whose certificate signed it."""
    response = workshop.read_response(arguments.response)
    with working_on(workshop, arguments.plan) as opened:
        arrival = arrived(opened, response, workshop.verify_text)
        say(
            printable(arrival.declared.sentence),
            f"Signed by {printable(arrival.certificate.subject)},",
            f"SHA-256 fingerprint {arrival.certificate.fingerprint}",
            *([f"Note: {printable(arrival.note)}"] if arrival.note else []),
        )
        act = take(opened, arrival, arguments.fingerprint or _confirmed(arrival))
        now = Approvals(opened).course
    say(*outcome(act, now))
    return FINE


def _add_request(commands: "Commands") -> None:
    made = add_command(
        commands,
        "request",
        "Write a file that asks a reviewer or approver to sign on his or her own machine.",
        request,
        "irplan version request plan.irplan --to 'Carl Dent' --out carl.irplan-request",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--to", required=True, metavar="NAME", help="one of those asked")
    made.add_argument("--out", type=Path, required=True, metavar="FILE")


def _add_answer(commands: "Commands") -> None:
    made = add_command(
        commands,
        "answer",
        "Show a request that you were sent, and answer it with your signature.",
        reply,
        "irplan version answer carl.irplan-request --pdf plan.pdf",
    )
    made.add_argument("request", type=Path, metavar="REQUEST")
    made.add_argument("--pdf", type=Path, metavar="FILE", help="lay the plan out to read")
    add_key(made, "answer with this identity")
    made.add_argument("--out", type=Path, metavar="FILE", help="next to the request unless given")
    made.add_argument("--role", default="", metavar="ROLE", help="as what, such as CISO")
    made.add_argument("--reason", default="", metavar="TEXT", help="a remark with the answer")
    made.add_argument("--changes", metavar="REASON", help="request changes instead, and say which")


def _add_take(commands: "Commands") -> None:
    made = add_command(
        commands,
        "take",
        "Check an answer that came back, and enter it.",
        accept,
        "irplan version take plan.irplan carl.irplan-response --fingerprint AB:CD:...",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("response", type=Path, metavar="RESPONSE")
    made.add_argument(
        "--fingerprint",
        default="",
        metavar="AB:CD:...",
        help="of the certificate, as the person told you by another way",
    )


def _show(asked: ApprovalRequest) -> None:
    weight = "material" if asked.material else "not material"
    say(
        f"{printable(asked.of)} is asked for {ASKING[asked.asked]} of version "
        f"{printable(asked.version)} of {printable(asked.document)}.",
        f"Submitted by {printable(asked.by)}: {printable(asked.summary)} ({weight})",
        f"Content SHA-256: {asked.content}",
        *(f"  - {printable(sentence)}" for sentence in asked.changes[:SHOWN_CHANGES]),
    )
    if len(asked.changes) > SHOWN_CHANGES:
        say(f"  and {len(asked.changes) - SHOWN_CHANGES} more changes")


def _confirmed(arrival: Arrival) -> str:
    """The fingerprint if the person at the terminal says that it is right; else blank."""
    if arrival.known or not sys.stdin.isatty():
        return ""
    person = printable(arrival.declared.by)
    question = f"Is this the fingerprint that {person} gave you by another way? [yes/no] "
    sys.stdout.write(question)
    sys.stdout.flush()
    agreed = sys.stdin.readline().strip().lower() == "yes"
    return arrival.certificate.fingerprint if agreed else ""
