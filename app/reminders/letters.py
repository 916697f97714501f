"""A message as a mail: one line a header, plain text, and the calendar file."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from app.services.reminding.messages import Message
from app.services.reminding.plain_text import lines, one_line

CALENDAR_NAME = "incident-response-plan.ics"

_UNFOLDED = SMTP.clone(max_line_length=300)
"""Folding may put a blank before a subject; a line may be 998 characters long (RFC 5322)."""


def letter_to(recipient: str, sender: str, letter: Message) -> EmailMessage:
    """The mail from `sender` to `recipient`, whose addresses are known to be plain."""
    subject = one_line(letter.subject)
    made = EmailMessage(policy=_UNFOLDED if subject.isascii() else SMTP)
    made["Subject"] = subject
    made["From"] = one_line(sender)
    made["To"] = one_line(recipient)
    made["Date"] = format_datetime(letter.at)
    made["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notice answers it
    made.set_content(f"{lines(letter.text)}\n")
    if letter.calendar:
        made.add_attachment(
            letter.calendar,
            maintype="text",
            subtype="calendar",
            filename=CALENDAR_NAME,
            params={"method": "PUBLISH", "charset": "utf-8"},
        )
    return made
