"""A time-stamp authority on this machine (RFC 3161), for signatures in Word files."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from typing_extensions import override

from tests.integration.signing.samples import CREATED, SIGNED


class Authority:
    """Answers with the time `at`; its certificate says that it may."""

    def __init__(self, *, at: dt.datetime = SIGNED, purpose: bool = True) -> None:
        key = rsa.generate_private_key(65537, 2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Harbour Time Authority")])
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(CREATED)
            .not_valid_after(CREATED + dt.timedelta(days=3650))
        )
        if purpose:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, critical=True)
        self.certificate = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
        pkcs8 = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._stamper = DummyTimeStamper(
            tsa_cert=asn1_x509.Certificate.load(self.certificate),
            tsa_key=asn1_keys.PrivateKeyInfo.load(pkcs8),
            fixed_dt=at,
        )

    def answer(self, question: bytes) -> bytes:
        request = tsp.TimeStampReq.load(question)
        answer: bytes = self._stamper.request_tsa_response(request).dump()
        return answer

    def token(self, digest: bytes) -> bytes:
        imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
        request = {"version": 1, "message_imprint": imprint, "nonce": 7, "cert_req": True}
        answer = tsp.TimeStampResp.load(self.answer(tsp.TimeStampReq(request).dump()))
        token: bytes = answer["time_stamp_token"].dump()
        return token


@contextmanager
def served(authority: Authority) -> Iterator[str]:
    """The address at which `authority` answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            answer = authority.answer(question)
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        @override
        def log_message(self, *said: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
