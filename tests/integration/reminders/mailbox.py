"""A real mail server on this computer, which can be told to be difficult."""

import socket
import ssl
from asyncio import WriteTransport
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from typing_extensions import override

from tests.builders import NOON

USER, PASSWORD = "anna", "s\u00e9cret"


@dataclass
class Mailbox:
    """Keeps what arrives; `answers` by recipient, or `DATA`, refuse instead."""

    answers: dict[str, str] = field(default_factory=dict)
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    secure: list[bool] = field(default_factory=list)
    leaves_without_a_word: bool = False

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.answers.get(address)
        if answer is not None:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if "DATA" in self.answers:
            return self.answers["DATA"]
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.raw.append(content)
        self.letters.append(letter)
        self.recipients.extend(envelope.rcpt_tos)
        self.secure.append(session.ssl is not None)
        return "250 OK"

    async def handle_QUIT(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.leaves_without_a_word and isinstance(server.transport, WriteTransport):
            server.transport.abort()
        return "221 Bye"


def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=data == right, handled=False)


def certificate(folder: Path, host: str = "localhost") -> Path:
    """A key and a certificate of its own for `host`, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    names: list[x509.GeneralName] = [x509.DNSName(host)]
    if host == "localhost":
        names.append(x509.IPAddress(ip_address("127.0.0.1")))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOON - timedelta(days=4000))
        .not_valid_after(NOON + timedelta(days=4000))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    file = folder / f"{host}.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file


def server_side(pem: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def client_side(pem: Path) -> ssl.SSLContext:
    """Trusts that certificate and no other."""
    return ssl.create_default_context(cafile=str(pem))


class Server(Controller):
    """On a port that the system chose."""

    def __init__(self, box: Mailbox, **options: Any) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        port = self.listening.getsockname()[1]
        super().__init__(box, hostname="127.0.0.1", port=port, **options)

    @override
    def _create_server(self) -> Any:
        return self.loop.create_server(
            self._factory_invoker, sock=self.listening, ssl=self.ssl_context
        )


def starttls_server(box: Mailbox, pem: Path, **options: Any) -> Server:
    """A server that asks for STARTTLS and a password before any letter."""
    asked: dict[str, Any] = {
        "tls_context": server_side(pem),
        "require_starttls": True,
        "auth_required": True,
        "auth_require_tls": True,
        "authenticator": authenticate,
    }
    return Server(box, **{**asked, **options})


def plain_server(box: Mailbox) -> Server:
    """A server without any encryption or password."""
    return Server(box)


def tls_server(box: Mailbox, pem: Path) -> Server:
    """A server that speaks TLS from the first byte and asks for no password."""
    return Server(box, ssl_context=server_side(pem))
