"""What an implementation of XML-DSig by other people says about a signed Word file.

Bergshamra (Rust) knows the relationship transform. It is asked twice: whether the signature holds,
and what digest it computes itself for each reference of the manifest.
"""

import tempfile
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from lxml import etree

from app.signing.word_names import C14N, DS, NAMESPACES
from tests.integration.signing.word_forging import SIG, one

_RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"


@dataclass(frozen=True)
class Opinion:
    """Whether the signature and its objects hold, and which parts have the signed digest."""

    core: bool
    agreed: tuple[str, ...]
    differing: tuple[str, ...]

    @property
    def valid(self) -> bool:
        return self.core and not self.differing


def opinion(data: bytes, signature_part: str = SIG) -> Opinion:
    """The opinion on one signature, by the first certificate it carries."""
    bergshamra = pytest.importorskip(
        "pybergshamra", reason="elsewhere: pybergshamra is there for Linux on x86-64 only"
    )
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[signature_part])
    (manifest,) = root.iterfind("ds:Object/ds:Manifest", NAMESPACES)
    signed = list(manifest.iterfind("ds:Reference", NAMESPACES))
    computed = _digests(bergshamra, signed, parts)
    same: dict[bool, list[str]] = {True: [], False: []}
    for reference in signed:
        said = one(reference, "ds:DigestValue").text
        uri = reference.get("URI", "")
        same[computed.get(uri) == said].append(uri.partition("?")[0])
    core = _core(bergshamra, root, parts[signature_part].decode())
    return Opinion(core, tuple(same[True]), tuple(same[False]))


def _core(bergshamra: Any, root: etree._Element, xml: str) -> bool:
    certificate = x509.load_pem_x509_certificate(
        b"-----BEGIN CERTIFICATE-----\n"
        + (one(root, ".//ds:X509Certificate").text or "").encode()
        + b"\n-----END CERTIFICATE-----\n"
    )
    keys = bergshamra.KeysManager()
    keys.add_key(bergshamra.load_x509_cert_der(certificate.public_bytes(Encoding.DER)))
    context = bergshamra.DsigContext(keys, strict_verification=False)
    try:
        result = bergshamra.verify(context, xml)
    except bergshamra.BergshamraError:
        return False
    return bool(result) and bool(result.all_reference_digests_verified)


def _digests(
    bergshamra: Any, signed: list[etree._Element], parts: dict[str, bytes]
) -> dict[str, str]:
    """By reference, the digest of its part as computed when the same references are signed."""
    key = rsa.generate_private_key(65537, 2048)
    keys = bergshamra.KeysManager()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    keys.add_key(bergshamra.load_rsa_private_pem(pem))
    context = bergshamra.DsigContext(keys, strict_verification=False)
    there = [each for each in signed if _name(each) in parts]
    with tempfile.TemporaryDirectory() as folder:
        for number, reference in enumerate(there):
            file = Path(folder) / str(number)
            file.write_bytes(parts[_name(reference)])
            context.add_url_map(reference.get("URI", ""), str(file))
        made = etree.fromstring(bergshamra.sign(context, _template(there)).encode())
    references = made.iterfind("ds:SignedInfo/ds:Reference", NAMESPACES)
    return {each.get("URI", ""): one(each, "ds:DigestValue").text or "" for each in references}


def _template(signed: list[etree._Element]) -> str:
    root = etree.fromstring(f'<Signature xmlns="{DS}"><SignedInfo/><SignatureValue/></Signature>')
    etree.SubElement(root[0], f"{{{DS}}}CanonicalizationMethod", Algorithm=C14N)
    etree.SubElement(root[0], f"{{{DS}}}SignatureMethod", Algorithm=_RSA)
    for reference in signed:
        copy = deepcopy(reference)
        one(copy, "ds:DigestValue").text = ""
        root[0].append(copy)
    return etree.tostring(root).decode()


def _name(reference: etree._Element) -> str:
    return reference.get("URI", "").partition("?")[0].removeprefix("/")
