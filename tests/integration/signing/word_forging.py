"""Signatures that somebody with a key of their own makes differently than this program does."""

import base64
import hashlib
from collections.abc import Callable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from lxml import etree

from app.signing.safe_xml import canonical, document
from app.signing.signer import IdentitySigner
from app.signing.word_names import NAMESPACES
from tests.integration.signing.samples import private_key, rezipped

SIG = "_xmlsignatures/sig1.xml"
Change = Callable[[etree._Element], object]
_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
_DIGESTS = {SHA1: hashlib.sha1}
_METHODS = {RSA_SHA1: hashes.SHA1(), _MORE + "rsa-md5": hashes.MD5()}


def changed(data: bytes, change: Change, part: str = SIG) -> bytes:
    """The package with a signature changed after signing."""

    def apply(content: bytes) -> bytes:
        root = etree.fromstring(content)
        change(root)
        made = document(root)
        assert made != content
        return made

    return rezipped(data, {part: apply})


def resigned(data: bytes, signer: IdentitySigner, change: Change, part: str = SIG) -> bytes:
    """The package with a signature changed and made anew: every digest and value fits."""

    def apply(root: etree._Element) -> None:
        change(root)
        for reference in root.iterfind("ds:SignedInfo/ds:Reference", NAMESPACES):
            name = reference.get("URI", "").removeprefix("#")
            for target in [each for each in root.iter() if each.get("Id") == name][:1]:
                _set_digest(reference, canonical(target))
        (info,) = root.iterfind("ds:SignedInfo", NAMESPACES)
        (value,) = root.iterfind("ds:SignatureValue", NAMESPACES)
        method = one(info, "ds:SignatureMethod").get("Algorithm", "")
        digest = _METHODS.get(method, hashes.SHA256())
        made = private_key(signer.identity).sign(canonical(info), padding.PKCS1v15(), digest)
        value.text = base64.b64encode(made).decode()

    return changed(data, apply, part)


def one(root: etree._Element, path: str) -> etree._Element:
    """The first element under `path`; there has to be one."""
    found = root.find(path, NAMESPACES)
    assert found is not None, path
    return found


def _set_digest(reference: etree._Element, content: bytes) -> None:
    algorithm = one(reference, "ds:DigestMethod").get("Algorithm", "")
    digest = _DIGESTS.get(algorithm, hashlib.sha256)(content).digest()
    one(reference, "ds:DigestValue").text = base64.b64encode(digest).decode()
