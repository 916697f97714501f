"""Whether a signature holds just what is signed, and each of it where every reader looks.

Some readers find the parts of a signature by their ids, some by their places. Wrapping attacks
move the signed part and put another in its place. Imports lxml; itself imported only from inside
the functions of `app.signing`.
"""

from collections.abc import Collection, Iterator

from lxml import etree

from app.signing.word_names import DS, XADES

_TOP = {f"{{{DS}}}{name}" for name in ("SignedInfo", "SignatureValue", "KeyInfo", "Object")}
_OBJECT = f"{{{DS}}}Object"
_QUALIFYING = f"{{{XADES}}}QualifyingProperties"
_SIGNED = f"{{{XADES}}}SignedProperties"
_UNSIGNED = f"{{{XADES}}}UnsignedProperties"


def place_fault(root: etree._Element, signed: Collection[etree._Element]) -> str:
    """What is wrong with the places of the `signed` elements, as `it ...`; blank for nothing."""
    return next(_faults(root, signed), "")


def _faults(root: etree._Element, signed: Collection[etree._Element]) -> Iterator[str]:
    if any(child.tag not in _TOP for child in root):
        yield "it holds something that is no part of a signature"
    properties = [inner for child in root if child.tag == _OBJECT for inner in _qualified(child)]
    for element in signed:
        if not _among(element, properties) and element.getparent() is not root:
            yield f"the signed element {element.get('Id')} was moved"
    for child in root:
        if child.tag == _OBJECT and not _among(child, signed):
            yield from _unsigned_faults(child, signed)


def _unsigned_faults(child: etree._Element, signed: Collection[etree._Element]) -> Iterator[str]:
    """The object with the XAdES properties is not signed itself; no other may be unsigned."""
    inside = _qualified(child)
    alone = len(child) == 1 and [each.tag for each in child[0]] in (
        [_SIGNED],
        [_SIGNED, _UNSIGNED],
    )
    if not inside or not alone or not _among(inside[0], signed):
        yield "it holds an object that is not signed"


def _qualified(holder: etree._Element) -> list[etree._Element]:
    """The signed properties of XAdES in an object."""
    return [
        inner
        for qualifying in holder.iterchildren(_QUALIFYING)
        for inner in qualifying.iterchildren(_SIGNED)
    ]


def _among(element: etree._Element, others: Collection[etree._Element]) -> bool:
    return any(element is other for other in others)
