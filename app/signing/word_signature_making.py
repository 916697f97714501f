"""Making one package signature: its objects, their digests, and the value over all of it.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from lxml import etree

from app.services.signing import Statement
from app.signing.certificates import der
from app.signing.identity import Identity
from app.signing.safe_xml import canonical
from app.signing.signing_key import SigningKey
from app.signing.word_elements import add, add_reference, base64_text, declaration
from app.signing.word_line_picture import line_pictures
from app.signing.word_lines import Line
from app.signing.word_manifest import manifest_entries
from app.signing.word_names import (
    C14N,
    DS,
    ECDSA_SHA256,
    INVALID_PICTURE_ID,
    OBJECT_TYPE,
    OFFICE_OBJECT_ID,
    PACKAGE_OBJECT_ID,
    RSA_SHA256,
    SIGNATURE_ID,
    SIGNED_PROPERTIES_ID,
    SIGNED_PROPERTIES_TYPE,
    VALID_PICTURE_ID,
)
from app.signing.word_package import Package
from app.signing.word_signature_xml import (
    add_office_object,
    add_package_object,
    add_picture_object,
    add_xades_object,
)


@dataclass(frozen=True, slots=True)
class SignedLine:
    """The line that is signed, and the TrueType files its pictures are set in."""

    line: Line
    font: Path
    fallback: Path | None = None


def signature(
    package: Package, identity: Identity, statement: Statement, signed: SignedLine | None = None
) -> etree._Element:
    """The signature of `identity` over all of `package`, visible on a line or not.

    Raises:
        BadPackageError: A part that has to be signed is missing or has no content type.
        BadXmlError: A part has no canonical form.
    """
    root = etree.Element(f"{{{DS}}}Signature", {"Id": SIGNATURE_ID}, nsmap=declaration(None, DS))
    info = add(root, "SignedInfo")
    value = add(root, "SignatureValue")
    _add_key_info(root, identity)
    line = signed.line.id if signed else ""
    text = identity.facts.name if signed else ""
    objects = {
        PACKAGE_OBJECT_ID: add_package_object(root, package, manifest_entries(package), statement),
        OFFICE_OBJECT_ID: add_office_object(root, statement, line, text),
        SIGNED_PROPERTIES_ID: add_xades_object(root, identity.certificate, statement),
    }
    if signed:
        objects |= _add_pictures(root, identity, statement, signed)
    digests = _fill_signed_info(info, identity.key, objects)
    for identifier, element in objects.items():
        digest = hashlib.sha256(canonical(element)).digest()
        digests[identifier].text = base64_text(digest)
    value.text = base64_text(_value(identity.key, canonical(info)))
    return root


def _add_pictures(
    root: etree._Element, identity: Identity, statement: Statement, signed: SignedLine
) -> dict[str, etree._Element]:
    printed = signed.line.role or signed.line.signer
    fonts = [each for each in (signed.font, signed.fallback) if each]
    pictures = line_pictures(statement, identity.facts, printed, fonts)
    return {
        VALID_PICTURE_ID: add_picture_object(root, VALID_PICTURE_ID, pictures.valid),
        INVALID_PICTURE_ID: add_picture_object(root, INVALID_PICTURE_ID, pictures.invalid),
    }


def _fill_signed_info(
    info: etree._Element, key: SigningKey, objects: Collection[str]
) -> Mapping[str, etree._Element]:
    """Append algorithms and references; returns the digest values to fill in, by id."""
    method = RSA_SHA256 if isinstance(key.public, rsa.RSAPublicKey) else ECDSA_SHA256
    add(info, "CanonicalizationMethod", Algorithm=C14N)
    add(info, "SignatureMethod", Algorithm=method)
    return {each: _reference(info, each) for each in objects}


def _reference(info: etree._Element, identifier: str) -> etree._Element:
    if identifier == SIGNED_PROPERTIES_ID:
        return add_reference(info, f"#{identifier}", SIGNED_PROPERTIES_TYPE, [(C14N, ())])
    return add_reference(info, f"#{identifier}", OBJECT_TYPE)


def _add_key_info(root: etree._Element, identity: Identity) -> None:
    holder = add(add(root, "KeyInfo"), "X509Data")
    for certificate in (identity.certificate, *identity.issuers):
        add(holder, "X509Certificate", base64_text(der(certificate)))


def _value(key: SigningKey, data: bytes) -> bytes:
    """The signature as XML-DSig has it: of ECDSA the two numbers side by side, without DER."""
    signature, public = key.sign(data), key.public
    if isinstance(public, rsa.RSAPublicKey):
        return signature
    r, s = decode_dss_signature(signature)
    length = (public.curve.key_size + 7) // 8
    return r.to_bytes(length, "big") + s.to_bytes(length, "big")
