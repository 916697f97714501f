"""Letters handed to a mail server, over an encrypted connection or not at all."""

import smtplib
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from app.reminders.letters import letter_to
from app.reminders.mail_problems import explained
from app.services.reminding.ledger import Route
from app.services.reminding.mail_settings import MailSettings, Security, mail_problem
from app.services.reminding.mailing import MailNotSetUp, MailPasswordWrong, Passwords
from app.services.reminding.messages import Message

TIMEOUT_SECONDS: Final = 30.0
"""How long a server may be silent."""

MAIL: Final = "mail"
_GREETING: Final = "[127.0.0.1]"
"""What we call ourselves: the computer's name is nobody's business, and slow to look up."""
_ACCEPTED: Final = frozenset({235, 503})
"""Answers to a password: it is right, or somebody has logged in already (RFC 4954)."""


class MailChannel:
    """A `Channel` to one recipient."""

    def __init__(
        self,
        settings: MailSettings,
        recipient: str,
        passwords: Passwords,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """`trust` says whom to believe; None stands for what the operating system trusts."""
        self._settings = settings
        self._recipient = recipient
        self._passwords = passwords
        self._trust = trust

    @property
    def route(self) -> Route:
        """Mail to the recipient."""
        return Route(MAIL, self._recipient)

    def send(self, letter: Message) -> None:
        """Hand `letter` to the server.

        Raises:
            MailNotSetUp: the settings are not complete, or not safe.
            MailFailed: it was not taken, with why.
            KeyringMissing: the password cannot be looked up.
        """
        problem = mail_problem(self._settings)
        if problem:
            raise MailNotSetUp(problem)
        password = self._password()
        mail = letter_to(self._recipient, self._settings.sender, letter)
        with explained(self._settings.host, self._settings.port), self._connected() as server:
            if self._settings.user:
                _log_in(server, self._settings.user, password)
            server.send_message(mail, self._settings.sender, [self._recipient])

    def _password(self) -> str:
        """Blank where the server asks for none."""
        settings = self._settings
        if not settings.user:
            return ""
        password = self._passwords.get(settings.account)
        if password is None:
            raise MailPasswordWrong(
                f"No password is kept for {settings.account}: enter it in the settings."
            )
        return password

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        """Once a letter is taken, nothing that a server says in parting makes it undone."""
        server = self._server()
        try:
            if self._settings.security is Security.STARTTLS:
                server.starttls(context=self._context())
            server.ehlo_or_helo_if_needed()
            yield server
            with suppress(OSError):  # every SMTPException is one
                server.quit()
        finally:
            server.close()

    def _server(self) -> smtplib.SMTP:
        host, port = self._settings.host, self._settings.port
        if self._settings.security is Security.TLS:
            context = self._context()
            return smtplib.SMTP_SSL(host, port, _GREETING, timeout=TIMEOUT_SECONDS, context=context)
        return smtplib.SMTP(host, port, _GREETING, TIMEOUT_SECONDS)

    def _context(self) -> ssl.SSLContext:
        return self._trust or ssl.create_default_context()


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """PLAIN (RFC 4616) takes any letters; the library's own way only those of ASCII."""
    if "PLAIN" not in server.esmtp_features.get("auth", "").upper().split():
        if not (user + password).isascii():
            raise MailPasswordWrong(
                "The server takes no password with letters beyond A to Z: choose another one there."
            )
        server.login(user, password)
        return
    token = b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
    code, answer = server.docmd("AUTH", f"PLAIN {token}")
    if code not in _ACCEPTED:
        raise smtplib.SMTPAuthenticationError(code, answer)
