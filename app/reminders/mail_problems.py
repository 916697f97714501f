"""What a mail server's refusals mean to a person."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.errors import IrplanError
from app.services.reminding.mail_settings import printed
from app.services.reminding.mailing import (
    MailFailed,
    MailNotProtected,
    MailPasswordWrong,
    MailRefused,
    MailUnreachable,
)
from app.services.reminding.plain_text import one_line

_MOST_SAID = 200
"""Characters of a server's own words."""


@contextmanager
def explained(host: str, port: int) -> Iterator[None]:
    """Turn what goes wrong with the server at `host` into a `MailFailed`."""
    try:
        yield
    except smtplib.SMTPException as error:
        if isinstance(error.__context__, TimeoutError):
            raise _unreachable(error.__context__, host, port) from error
        raise _refusal(error, host) from error
    except ssl.SSLError as error:
        raise _not_protected(error, host) from error
    except OSError as error:
        raise _unreachable(error, host, port) from error


def _refusal(error: smtplib.SMTPException, host: str) -> IrplanError:
    match error:
        case smtplib.SMTPAuthenticationError():
            return MailPasswordWrong(
                f"{host} does not accept the user or the password: enter them again in the "
                f"settings. It says: {_said(error.smtp_code, error.smtp_error)}."
            )
        case smtplib.SMTPRecipientsRefused():
            who, (code, answer) = next(iter(error.recipients.items()))
            said = _said(code, answer)
            return MailRefused(f"{host} refuses the recipient {printed(who)}: {said}.")
        case smtplib.SMTPSenderRefused():
            said = _said(error.smtp_code, error.smtp_error)
            return MailRefused(f"{host} refuses the sender: {said}.")
        case smtplib.SMTPNotSupportedError():
            return MailNotProtected(
                f"{host} does not offer what the settings ask for, which is encryption before "
                "any password: choose the other kind of encryption, or another server."
            )
        case smtplib.SMTPResponseException():
            return MailRefused(
                f"{host} does not take the letter: {_said(error.smtp_code, error.smtp_error)}."
            )
        case _:
            return MailFailed(f"The connection to {host} broke off; it is tried again later.")


def _not_protected(error: ssl.SSLError, host: str) -> IrplanError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailNotProtected(
            f"The server cannot prove that it is {host} ({error.verify_message}): check the name, "
            "or have the company's certificate trusted by this computer."
        )
    return MailNotProtected(
        f"No encrypted connection to {host} came about: check the port and the kind of encryption."
    )


def _unreachable(error: OSError, host: str, port: int) -> IrplanError:
    match error:
        case socket.gaierror():
            text = f"No computer called {host} is known: check the name and the network."
        case TimeoutError():
            text = f"{host} does not answer at port {port}: check the port and the network."
        case ConnectionRefusedError():
            text = f"{host} takes no connection at port {port}: check the port."
        case _:
            text = f"{host} cannot be reached at port {port}: {error.strerror or 'no answer'}."
    return MailUnreachable(text)


def _said(code: int, answer: bytes | str) -> str:
    """The server's words, which may be anybody's, on one line."""
    text = answer.decode("utf-8", errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {one_line(text)[:_MOST_SAID]}".rstrip(". ")
