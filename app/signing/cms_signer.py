"""An identity as the library that makes CMS signatures wants it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from asn1crypto import x509 as asn1_x509
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore
from typing_extensions import override

from app.signing.certificates import der
from app.signing.identity import Identity
from app.signing.signing_key import SigningKey

LONGEST_SIGNATURE = 1024
"""Bytes: what RSA of 8192 bits makes."""


class KeySigner(Signer):
    """Makes CMS signatures with a key that only has to sign, not to be read."""

    def __init__(self, key: SigningKey, certificate: bytes, issuers: list[bytes]) -> None:
        """The certificates are in DER."""
        super().__init__(
            signing_cert=asn1_x509.Certificate.load(certificate),
            cert_registry=SimpleCertificateStore.from_certs(
                [asn1_x509.Certificate.load(each) for each in issuers]
            ),
        )
        self._key = key

    @override
    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature; in a dry run, which only asks how long it gets, the key stays unused."""
        if dry_run:
            return bytes(LONGEST_SIGNATURE)
        if digest_algorithm != "sha256":
            raise NotImplementedError(digest_algorithm)
        return self._key.sign(data)


def cms_signer(identity: Identity) -> KeySigner:
    """A signer with the identity's key, that sends its issuers' certificates along."""
    issuers = [der(each) for each in identity.issuers]
    return KeySigner(identity.key, der(identity.certificate), issuers)
