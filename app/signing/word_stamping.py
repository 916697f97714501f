"""The time stamp of a package signature (XAdES-T): where it stands, and what it is over.

ETSI TS 101 903, 7.3: it stamps the canonical form of the signature value. Imports lxml; itself
imported only from inside the functions of `app.signing`.
"""

from lxml import etree

from app.signing.safe_xml import canonical
from app.signing.word_digests import decoded
from app.signing.word_elements import add, base64_text
from app.signing.word_names import C14N, NAMESPACES, XADES

_PROPERTIES = "ds:Object/xd:QualifyingProperties"
_HOLDERS = ("UnsignedProperties", "UnsignedSignatureProperties")
_STAMP = f"{_PROPERTIES}/xd:{_HOLDERS[0]}/xd:{_HOLDERS[1]}/xd:SignatureTimeStamp"


class BadStampError(Exception):
    """The signature carries a time stamp that is not built as XAdES says."""


def stamped_bytes(root: etree._Element) -> bytes:
    """What a time stamp of the signature `root` is over.

    Raises:
        BadXmlError: It has no canonical form.
    """
    (value,) = root.iterfind("ds:SignatureValue", NAMESPACES)
    return canonical(value)


def add_stamp(root: etree._Element, token: bytes) -> None:
    """Put the DER of a time stamp into the signature `root`, which stays as valid as it was."""
    (holder,) = root.iterfind(_PROPERTIES, NAMESPACES)
    for tag in _HOLDERS:
        inner = holder.find(f"xd:{tag}", NAMESPACES)
        holder = add(holder, tag, namespace=XADES) if inner is None else inner
    stamp = add(holder, "SignatureTimeStamp", namespace=XADES)
    add(stamp, "CanonicalizationMethod", Algorithm=C14N)
    add(stamp, "EncapsulatedTimeStamp", base64_text(token), namespace=XADES)


def stamp_in(root: etree._Element) -> bytes | None:
    """The DER of the time stamp in the signature `root`; None without one.

    Raises:
        BadStampError: There are several, or it is over something else than the value.
    """
    stamps = root.findall(_STAMP, NAMESPACES)
    if not stamps:
        return None
    if len(stamps) > 1:
        raise BadStampError("it bears more than one time stamp")
    method = stamps[0].find("ds:CanonicalizationMethod", NAMESPACES)
    if method is not None and method.get("Algorithm") != C14N:
        raise BadStampError("its time stamp is canonicalised in a way that is not allowed")
    tokens = stamps[0].findall("xd:EncapsulatedTimeStamp", NAMESPACES)
    if len(tokens) != 1:
        raise BadStampError("its time stamp is missing or there twice")
    return decoded(tokens[0].text)
