"""Tokens in software, made ready as an issuer makes cards ready."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pkcs11
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute, CertificateType, KeyType, ObjectClass
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key

from app.services.signing import KeyToken
from app.signing.identity import Identity
from tests.integration.signing.samples import private_key

PIN = "123456"
_PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)


def library() -> Path | None:
    """Where SoftHSM's library is; None where it is not installed."""
    return next((Path(place).resolve() for place in _PLACES if Path(place).exists()), None)


@dataclass(frozen=True)
class Tokens:
    """All tokens of this computer's imaginary slots."""

    module: Path
    folder: Path
    program: str

    def key(self, token: str = "", label: str = "", pin: str = PIN) -> KeyToken:
        return KeyToken(self.module, pin, token, label)

    def reread(self) -> Any:
        """The library, which learns of tokens made by other programs only when it starts."""
        lib = pkcs11.lib(str(self.module))
        lib.reinitialize()
        return lib

    def make(self, token: str, holds: Mapping[str, Identity | None], **changes: Any) -> None:
        """A new token with keys and certificates by label; None stands for a key without one."""
        subprocess.run(
            [
                *(self.program, "--init-token", "--free", "--label", token),
                *("--pin", PIN, "--so-pin", "12345678"),
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "SOFTHSM2_CONF": str(self.folder / "softhsm2.conf")},
        )
        for number, (label, identity) in enumerate(holds.items(), 1):
            self.fill(token, label, identity, number=number, **changes)
        self.reread()

    def fill(
        self,
        token: str,
        label: str,
        identity: Identity | None,
        *,
        number: int = 1,
        certificate: bool = True,
        asks_each_time: bool = False,
    ) -> None:
        """Put a key and its certificate on a token."""
        with self.reread().get_token(token_label=token).open(rw=True, user_pin=PIN) as session:
            marks = {Attribute.LABEL: label, Attribute.ID: bytes([number])}
            if identity is None:
                session.generate_keypair(KeyType.RSA, 2048, label=label, store=True)
                return
            each_time = {Attribute.ALWAYS_AUTHENTICATE: asks_each_time}
            session.create_object({**_key(identity), **marks, **each_time})
            if certificate:
                session.create_object({**_certificate(identity), **marks})


def _key(identity: Identity) -> dict[Attribute, Any]:
    key = private_key(identity)
    if isinstance(key, rsa.RSAPrivateKey):
        form = PrivateFormat.TraditionalOpenSSL
        made = decode_rsa_private_key(key.private_bytes(Encoding.DER, form, NoEncryption()))
    else:
        form = PrivateFormat.TraditionalOpenSSL
        made = decode_ec_private_key(key.private_bytes(Encoding.DER, form, NoEncryption()))
    return {**made, Attribute.TOKEN: True, Attribute.SIGN: True}


def _certificate(identity: Identity) -> dict[Attribute, Any]:
    return {
        Attribute.CLASS: ObjectClass.CERTIFICATE,
        Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
        Attribute.TOKEN: True,
        Attribute.SUBJECT: identity.certificate.subject.public_bytes(),
        Attribute.VALUE: identity.certificate.public_bytes(Encoding.DER),
    }
