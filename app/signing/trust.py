"""What ties a signer's certificate to the certificates a reader supplied.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from app.services.verifying import Trust
from app.signing.certificates import der, may_issue, may_sign, valid_at
from app.signing.signing_key import MIN_RSA_BITS

ACCEPTED_DIGESTS = frozenset({"sha256", "sha384", "sha512"})
"""SHA-1 and older can be forged."""

Certificates = Sequence[x509.Certificate]


def trust_in(
    leaf: x509.Certificate, issuers: Certificates, trusted: Certificates, moment: datetime
) -> Trust:
    """How `trusted` vouches for `leaf` at the aware `moment`.

    `issuers` are intermediate certificates the signature brought along; they prove nothing
    by themselves. Revocation is not looked up.
    """
    if any(der(leaf) == der(each) for each in trusted):
        return Trust.SUPPLIED
    authorities = [each for each in trusted if may_issue(each)]
    if authorities and _chains(leaf, issuers, authorities, moment):
        return Trust.ISSUER_SUPPLIED
    return Trust.NONE


def certificate_problems(leaf: x509.Certificate, moment: datetime | None) -> list[str]:
    """Why this certificate could not make a reliable signature at `moment` (None: unknown)."""
    problems = []
    if moment is not None and not valid_at(leaf, moment):
        problems.append("The certificate was not valid at the time the signature claims.")
    if not may_sign(leaf):
        problems.append("The certificate is not meant for signing documents.")
    if is_weak(leaf):
        problems.append(f"The signer's RSA key is shorter than {MIN_RSA_BITS} bits.")
    return problems


def is_weak(leaf: x509.Certificate) -> bool:
    """Whether the key is too short for anybody to rely on its signatures."""
    key = leaf.public_key()
    return isinstance(key, rsa.RSAPublicKey) and key.key_size < MIN_RSA_BITS


def _chains(
    leaf: x509.Certificate, issuers: Certificates, trusted: Certificates, moment: datetime
) -> bool:
    from asn1crypto import x509 as asn1_x509
    from pyhanko_certvalidator import CertificateValidator, ValidationContext
    from pyhanko_certvalidator.errors import PathError, ValidationError

    def convert(certificates: Certificates) -> list[asn1_x509.Certificate]:
        return [asn1_x509.Certificate.load(der(each)) for each in certificates]

    context = ValidationContext(
        trust_roots=convert(trusted),
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    validator = CertificateValidator(
        convert([leaf])[0], intermediate_certs=convert(issuers), validation_context=context
    )
    try:
        asyncio.run(validator.async_validate_path())
    except (PathError, ValidationError, ValueError):
        return False
    return True
