"""A key that never leaves its token: each signature logs in, signs and logs out.

Imports python-pkcs11 and cryptography; itself imported only from inside the functions of
`app.signing`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from asn1crypto.algos import DigestInfo
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pkcs11 import Attribute, Mechanism, ObjectClass, PKCS11Error, Session, SignMixin, Token
from pkcs11.util.ec import encode_ecdsa_signature

from app.signing.errors import TokenKeyMissingError, TokenRefusedError
from app.signing.signing_key import PublicKey
from app.signing.token_session import token_session


@dataclass(frozen=True, slots=True)
class TokenKey:
    """Implements `SigningKey`; `marks` are the attributes that find the key again."""

    token: Token = field(repr=False)
    pin: str = field(repr=False)
    public: PublicKey
    marks: Mapping[Attribute, Any]

    def sign(self, data: bytes) -> bytes:
        """As the protocol says; the digest is made here, so that every token can do the rest.

        Raises:
            SigningError: The token was pulled, refused, or is another one by now.
        """
        with token_session(self.token, self.pin) as session:
            signature = self._signed(session, hashlib.sha256(data).digest())
        if not self._fits(signature, data):
            raise TokenRefusedError(
                f"The token {self.token.label} signed with another key than its certificate's: "
                "check that it is still the same token.",
                token=self.token.label,
            )
        return signature

    def _signed(self, session: Session, digest: bytes) -> bytes:
        key = self._key(session)
        again = {"pin": self.pin} if self.pin and _asks_each_time(key) else {}
        if isinstance(self.public, rsa.RSAPublicKey):
            return key.sign(_named(digest), mechanism=Mechanism.RSA_PKCS, **again)
        return encode_ecdsa_signature(key.sign(digest, mechanism=Mechanism.ECDSA, **again))

    def _key(self, session: Session) -> SignMixin:
        wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, **self.marks}
        for found in session.get_objects(wanted):
            if isinstance(found, SignMixin):
                return found
        raise TokenKeyMissingError(
            f"The key is not on the token {self.token.label} any more: choose another one.",
            token=self.token.label,
        )

    def _fits(self, signature: bytes, data: bytes) -> bool:
        try:
            if isinstance(self.public, rsa.RSAPublicKey):
                self.public.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
            else:
                self.public.verify(signature, data, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


def _asks_each_time(key: SignMixin) -> bool:
    """Whether the key wants its PIN before every signature, as keys of identity cards do."""
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except PKCS11Error:
        return False


def _named(digest: bytes) -> bytes:
    """The digest with the name of its algorithm before it: RFC 8017, 9.2."""
    return bytes(DigestInfo({"digest_algorithm": {"algorithm": "sha256"}, "digest": digest}).dump())
