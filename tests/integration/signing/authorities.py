"""An authority of our own: issues certificates, publishes revocations, vouches for the time."""

import datetime as dt
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from typing_extensions import override

from app.signing.identity import Identity
from tests.integration.signing.samples import (
    CREATED,
    SIGNED,
    TIME_STAMPING,
    made_identity,
    private_key,
    simple_signer,
)

ISSUING = "key_cert_sign crl_sign"
"""What the key of an authority is for."""
STAMPED = SIGNED + dt.timedelta(seconds=10)
"""What the clock of our time-stamp authority shows."""


@dataclass(frozen=True)
class Authority:
    """A root that issued everything, and the stamps it gives."""

    root: Identity
    clock: Identity
    """The time-stamp authority's."""

    def person(self, name: str = "Ada Lovelace", **changes: Any) -> Identity:
        """Somebody's identity, issued by the root."""
        return made_identity(name=name, issuer=self.root, **changes)

    def revocations(
        self,
        *revoked: Identity,
        until: dt.datetime | None = None,
        saying: Iterable[tuple[x509.ExtensionType, bool]] = (),
    ) -> bytes:
        """The list (DER) that the root publishes, on which the given certificates stand.

        `saying` are its extensions, each with whether it is critical.
        """
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.root.certificate.subject)
            .last_update(CREATED)
            .next_update(until or CREATED + dt.timedelta(days=3650))
        )
        for each in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(each.certificate.serial_number)
            entry = entry.revocation_date(CREATED + dt.timedelta(days=1))
            builder = builder.add_revoked_certificate(entry.build())
        for extension, critical in saying:
            builder = builder.add_extension(extension, critical)
        return builder.sign(private_key(self.root), hashes.SHA256()).public_bytes(Encoding.DER)

    def answer(self, query: bytes, clock: Identity | None = None, **changes: Any) -> bytes:
        """The response to a time-stamp query; `changes` are put into the query before."""
        signer = simple_signer(clock or self.clock)
        stamper = DummyTimeStamper(
            signer.signing_cert,
            signer.signing_key,
            certs_to_embed=SimpleCertificateStore.from_certs(
                [simple_signer(self.root).signing_cert]
            ),
            fixed_dt=STAMPED,
        )
        request = tsp.TimeStampReq.load(query)
        for name, value in changes.items():
            request[name] = value
        return bytes(stamper.request_tsa_response(request).dump(force=True))


def made_authority() -> Authority:
    root = made_identity(name="Root", usage=ISSUING, ca=True)
    return Authority(root, made_identity(name="Clock", issuer=root, purposes=(TIME_STAMPING,)))


@dataclass
class StampServer:
    """A server on this computer; what it does depends on the path that it is asked for."""

    address: str
    asked: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"{self.address}{path}"


@contextmanager
def stamp_server(authority: Authority, lists: dict[str, bytes]) -> Iterator[StampServer]:
    """Serves stamps at `/stamp`, the given lists at their paths, and misbehaves elsewhere."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            state.asked.append(self.path)
            _BEHAVIOURS[self.path](self, authority, query, state)

        def do_GET(self) -> None:
            state.asked.append(self.path)
            content = lists.get(self.path)
            reply(self, content or b"", 200 if content is not None else 404)

        @override
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state = StampServer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reply(handler: BaseHTTPRequestHandler, content: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/timestamp-reply")
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def _stamp(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, authority.answer(query))


def _flaky(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    if state.asked.count("/flaky") % 2:
        reply(handler, authority.answer(query))
    else:
        reply(handler, b"overloaded", 503)


def _refuse(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, bytes.fromhex("3005 3003 020102"))


def _rubbish(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, b"<html>Welcome to the hotel network</html>")


def _cut(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, authority.answer(query)[:-40])


def _other_nonce(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, authority.answer(query, nonce=7))


def _other_digest(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": b"x" * 32}
    reply(handler, authority.answer(query, message_imprint=imprint))


def _no_purpose(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    reply(handler, authority.answer(query, authority.person("No clock")))


def _altered(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    answer = bytearray(authority.answer(query))
    answer[-5] ^= 1  # in the signature value, which stands last
    reply(handler, bytes(answer))


def _silent(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    time.sleep(3)


def _drip(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(60):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def _endless(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(20):
            handler.wfile.write(bytes(1 << 20))
    except OSError:
        pass


def _elsewhere(handler: Any, authority: Authority, query: bytes, state: StampServer) -> None:
    handler.send_response(302)
    handler.send_header("Location", state.at("/stamp"))
    handler.send_header("Content-Length", "0")
    handler.end_headers()


_BEHAVIOURS = {
    "/stamp": _stamp,
    "/flaky": _flaky,
    "/refuse": _refuse,
    "/rubbish": _rubbish,
    "/cut": _cut,
    "/other-nonce": _other_nonce,
    "/other-digest": _other_digest,
    "/no-purpose": _no_purpose,
    "/altered": _altered,
    "/silent": _silent,
    "/drip": _drip,
    "/endless": _endless,
    "/elsewhere": _elsewhere,
}
