"""The three signed objects inside a package signature, in the order their schemas demand.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import hashlib
from collections.abc import Sequence
from functools import partial

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from lxml import etree

from app.services.signing import Statement
from app.services.verifying import utc_text
from app.signing.word_elements import add, add_reference, base64_text
from app.signing.word_manifest import ManifestEntry
from app.signing.word_names import (
    C14N,
    OFFICE,
    OFFICE_OBJECT_ID,
    PACKAGE_OBJECT_ID,
    PACKAGE_SIGNATURE,
    PROOF_OF_APPROVAL,
    RELATIONSHIP_TRANSFORM,
    SHA256,
    SIGNATURE_ID,
    SIGNED_PROPERTIES_ID,
    XADES,
)
from app.signing.word_package import Package
from app.signing.word_relationships import transform

MAX_COMMENT_LENGTH = 255
"""Characters of SignatureComments: MS-OFFCRYPTO 2.5.2.5."""
NO_PROVIDER = "{00000000-0000-0000-0000-000000000000}"
INVISIBLE, ON_A_LINE = "1", "2"
"""The two kinds of signature: MS-OFFCRYPTO 2.5.2.5, SignatureType."""
OFFICE_DETAILS = (
    ("WindowsVersion", "10.0"),
    ("OfficeVersion", "16.0.0"),
    ("ApplicationVersion", "16.0.0"),
    ("Monitors", "1"),
    ("HorizontalResolution", "1920"),
    ("VerticalResolution", "1080"),
    ("ColorDepth", "32"),
    ("SignatureProviderId", NO_PROVIDER),
    ("SignatureProviderUrl", ""),
    ("SignatureProviderDetails", "9"),
)
"""Required by the schema; constants, so that a signature says nothing about the machine."""

_xades = partial(add, namespace=XADES)


def add_package_object(
    parent: etree._Element, package: Package, entries: Sequence[ManifestEntry], statement: Statement
) -> etree._Element:
    """Append the object that lists every signed part with its digest, and the signing time."""
    signed = add(parent, "Object", Id=PACKAGE_OBJECT_ID)
    manifest = add(signed, "Manifest")
    for entry in entries:
        _add_part(manifest, package, entry)
    properties = add(signed, "SignatureProperties")
    holder = add(properties, "SignatureProperty", Id="idSignatureTime", Target=f"#{SIGNATURE_ID}")
    time = add(holder, "SignatureTime", namespace=PACKAGE_SIGNATURE, prefix="mdssi")
    add(time, "Format", "YYYY-MM-DDThh:mm:ssTZD", namespace=PACKAGE_SIGNATURE)
    add(time, "Value", utc_text(statement.signed_at), namespace=PACKAGE_SIGNATURE)
    return signed


def add_office_object(
    parent: etree._Element, statement: Statement, line: str = "", text: str = ""
) -> etree._Element:
    """Append the object Word shows its signature details from.

    `line` is the id of the signature line that is signed, `text` the name on it; blank for none.
    """
    signed = add(parent, "Object", Id=OFFICE_OBJECT_ID)
    properties = add(signed, "SignatureProperties")
    holder = add(properties, "SignatureProperty", Id="idOfficeV1Details", Target=f"#{SIGNATURE_ID}")
    details = add(holder, "SignatureInfoV1", namespace=OFFICE, prefix=None)
    for tag, value in (("SetupID", line), ("SignatureText", text), ("SignatureImage", "")):
        add(details, tag, value, namespace=OFFICE)
    add(details, "SignatureComments", statement.text[:MAX_COMMENT_LENGTH], namespace=OFFICE)
    for tag, value in (*OFFICE_DETAILS, ("SignatureType", ON_A_LINE if line else INVISIBLE)):
        add(details, tag, value, namespace=OFFICE)
    return signed


def add_picture_object(parent: etree._Element, identifier: str, png: bytes) -> etree._Element:
    """Append a picture that readers draw on the line that was signed."""
    return add(parent, "Object", base64_text(png), Id=identifier)


def add_xades_object(
    parent: etree._Element, certificate: x509.Certificate, statement: Statement
) -> etree._Element:
    """Append the XAdES object; returns its SignedProperties, which is what gets signed."""
    qualifying = _xades(
        add(parent, "Object"), "QualifyingProperties", prefix="xd", Target=f"#{SIGNATURE_ID}"
    )
    signed = _xades(qualifying, "SignedProperties", Id=SIGNED_PROPERTIES_ID)
    signature = _xades(signed, "SignedSignatureProperties")
    _xades(signature, "SigningTime", utc_text(statement.signed_at))
    _add_signing_certificate(signature, certificate)
    _xades(_xades(signature, "SignaturePolicyIdentifier"), "SignaturePolicyImplied")
    if statement.location:
        _xades(_xades(signature, "SignatureProductionPlace"), "City", statement.location)
    if statement.role:
        roles = _xades(_xades(signature, "SignerRole"), "ClaimedRoles")
        _xades(roles, "ClaimedRole", statement.role)
    _add_commitment(signed, statement)
    unsigned = _xades(qualifying, "UnsignedProperties")  # Office 2010 insists on its presence
    _xades(unsigned, "UnsignedSignatureProperties")
    return signed


def _add_part(manifest: etree._Element, package: Package, entry: ManifestEntry) -> None:
    content = package.parts[entry.part]
    if entry.ids:
        content = transform(content, frozenset(entry.ids))
        chosen = [(RELATIONSHIP_TRANSFORM, entry.ids), (C14N, ())]
        value = add_reference(manifest, entry.uri, transforms=chosen)
    else:
        value = add_reference(manifest, entry.uri)
    value.text = base64_text(hashlib.sha256(content).digest())


def _add_signing_certificate(parent: etree._Element, certificate: x509.Certificate) -> None:
    entry = _xades(_xades(parent, "SigningCertificate"), "Cert")
    digest = _xades(entry, "CertDigest")
    add(digest, "DigestMethod", Algorithm=SHA256)
    add(digest, "DigestValue", base64_text(certificate.fingerprint(hashes.SHA256())))
    issuer = _xades(entry, "IssuerSerial")
    add(issuer, "X509IssuerName", _readable_name(certificate.issuer))
    add(issuer, "X509SerialNumber", str(certificate.serial_number))


def _add_commitment(parent: etree._Element, statement: Statement) -> None:
    """The whole statement, which Word's comment field may have had to cut."""
    data = _xades(parent, "SignedDataObjectProperties")
    commitment = _xades(data, "CommitmentTypeIndication")
    identifier = _xades(commitment, "CommitmentTypeId")
    _xades(identifier, "Identifier", PROOF_OF_APPROVAL)
    _xades(identifier, "Description", statement.meaning)
    _xades(commitment, "AllSignedDataObjects")
    qualifiers = _xades(commitment, "CommitmentTypeQualifiers")
    _xades(qualifiers, "CommitmentTypeQualifier", statement.text)


def _readable_name(name: x509.Name) -> str:
    """RFC 4514 from the end, with a space after each comma, as Office writes and compares it."""
    return ", ".join(
        attribute.rfc4514_string() for part in reversed(name.rdns) for attribute in part
    )
