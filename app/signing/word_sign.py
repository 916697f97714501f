"""Signing a Word package: XML-DSig over a manifest of its parts, with XAdES-EPES properties.

ECMA-376 part 2, clause 13; MS-OFFCRYPTO 2.5.2; ETSI TS 101 903. Imports lxml; itself imported
only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Mapping
from typing import assert_never

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from app.services.signing import Statement
from app.signing.certificates import der
from app.signing.errors import (
    ChangedSinceSigningError,
    NotAWordFileError,
    TooManySignaturesError,
)
from app.signing.identity import Identity, SigningKey
from app.signing.safe_xml import BadXmlError, canonical, document
from app.signing.word_elements import add, add_reference, base64_text, declaration
from app.signing.word_manifest import manifest_entries
from app.signing.word_names import (
    C14N,
    DS,
    ECDSA_SHA256,
    OBJECT_TYPE,
    OFFICE_OBJECT_ID,
    PACKAGE_OBJECT_ID,
    RSA_SHA256,
    SIGNATURE_ID,
    SIGNED_PROPERTIES_ID,
    SIGNED_PROPERTIES_TYPE,
)
from app.signing.word_package import BadPackageError, Package, read_package
from app.signing.word_signature_xml import (
    add_office_object,
    add_package_object,
    add_xades_object,
)
from app.signing.word_storing import with_signature
from app.signing.word_verify import verify_package

MAX_SIGNATURES = 2
"""LibreOffice misreads a third: it shares one table of ids, which Word wants equal in all."""


def sign_word(data: bytes, identity: Identity, statement: Statement) -> bytes:
    """The package with one signature more; the bytes of every signed part stay as they are.

    Raises:
        NotAWordFileError: The bytes cannot be read as an Office package.
        TooManySignaturesError: It has `MAX_SIGNATURES` already.
        ChangedSinceSigningError: An earlier signature no longer holds.
    """
    try:
        package = read_package(data)
        number = _next_number(package)
        return with_signature(package, _signature(package, identity, statement), number)
    except (BadPackageError, BadXmlError) as error:
        raise NotAWordFileError(
            f"The document is damaged or not a Word file ({error}): export it again, then sign it."
        ) from error


def _next_number(package: Package) -> int:
    findings = verify_package(package, ())
    if findings.problems or not all(signature.holds for signature in findings.signatures):
        raise ChangedSinceSigningError(
            "The Word document was changed after it was signed: sign the original instead."
        )
    if len(findings.signatures) >= MAX_SIGNATURES:
        raise TooManySignaturesError(
            f"A Word document takes {MAX_SIGNATURES} signatures: collect the others on the PDF."
        )
    return len(findings.signatures) + 1


def _signature(package: Package, identity: Identity, statement: Statement) -> bytes:
    root = etree.Element(f"{{{DS}}}Signature", {"Id": SIGNATURE_ID}, nsmap=declaration(None, DS))
    info = add(root, "SignedInfo")
    digests = _fill_signed_info(info, identity.key)
    value = add(root, "SignatureValue")
    _add_key_info(root, identity)
    signed = {
        PACKAGE_OBJECT_ID: add_package_object(root, package, manifest_entries(package), statement),
        OFFICE_OBJECT_ID: add_office_object(root, statement),
        SIGNED_PROPERTIES_ID: add_xades_object(root, identity.certificate, statement),
    }
    for identifier, element in signed.items():
        digest = hashlib.sha256(canonical(element)).digest()
        digests[identifier].text = base64_text(digest)
    value.text = base64_text(_sign(identity.key, canonical(info)))
    return document(root)


def _fill_signed_info(info: etree._Element, key: SigningKey) -> Mapping[str, etree._Element]:
    """Append algorithms and references; returns the digest values to fill in, by id."""
    method = RSA_SHA256 if isinstance(key, rsa.RSAPrivateKey) else ECDSA_SHA256
    add(info, "CanonicalizationMethod", Algorithm=C14N)
    add(info, "SignatureMethod", Algorithm=method)
    return {
        PACKAGE_OBJECT_ID: add_reference(info, f"#{PACKAGE_OBJECT_ID}", OBJECT_TYPE),
        OFFICE_OBJECT_ID: add_reference(info, f"#{OFFICE_OBJECT_ID}", OBJECT_TYPE),
        SIGNED_PROPERTIES_ID: add_reference(
            info, f"#{SIGNED_PROPERTIES_ID}", SIGNED_PROPERTIES_TYPE, [(C14N, ())]
        ),
    }


def _add_key_info(root: etree._Element, identity: Identity) -> None:
    holder = add(add(root, "KeyInfo"), "X509Data")
    for certificate in (identity.certificate, *identity.issuers):
        add(holder, "X509Certificate", base64_text(der(certificate)))


def _sign(key: SigningKey, data: bytes) -> bytes:
    match key:
        case rsa.RSAPrivateKey():
            return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        case ec.EllipticCurvePrivateKey():
            r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
            length = (key.curve.key_size + 7) // 8
            return r.to_bytes(length, "big") + s.to_bytes(length, "big")
        case _:
            assert_never(key)
