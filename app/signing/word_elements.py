"""Small builders for the elements an XML signature is made of.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import base64
from collections.abc import Mapping, Sequence
from typing import cast

from lxml import etree

from app.signing.word_names import DS, PACKAGE_SIGNATURE, SHA256

Transform = tuple[str, Sequence[str]]
"""An algorithm, and the relationship ids it keeps (none for canonicalisation)."""


def add(
    parent: etree._Element,
    tag: str,
    text: str | None = None,
    *,
    namespace: str = DS,
    prefix: str | None = "",
    **attributes: str,
) -> etree._Element:
    """Append an element; `prefix` declares its namespace there (None: as the default)."""
    declared = None if prefix == "" else declaration(prefix, namespace)
    element = etree.SubElement(parent, f"{{{namespace}}}{tag}", attributes, declared)
    element.text = text
    return element


def add_reference(
    parent: etree._Element, uri: str, kind: str = "", transforms: Sequence[Transform] = ()
) -> etree._Element:
    """Append a SHA-256 reference; returns its DigestValue, still to be filled in."""
    reference = add(parent, "Reference")
    if kind:
        reference.set("Type", kind)
    reference.set("URI", uri)
    if transforms:
        _add_transforms(add(reference, "Transforms"), transforms)
    add(reference, "DigestMethod", Algorithm=SHA256)
    return add(reference, "DigestValue")


def declaration(prefix: str | None, namespace: str) -> Mapping[str, str]:
    """A namespace declaration; no prefix means the default, which lxml's stubs do not know."""
    return cast("Mapping[str, str]", {prefix: namespace})


def base64_text(data: bytes) -> str:
    """Base64 in one line, as Office wants it."""
    return base64.b64encode(data).decode("ascii")


def _add_transforms(parent: etree._Element, transforms: Sequence[Transform]) -> None:
    for algorithm, ids in transforms:
        transform = add(parent, "Transform", Algorithm=algorithm)
        for identifier in ids:
            add(
                transform,
                "RelationshipReference",
                namespace=PACKAGE_SIGNATURE,
                prefix="mdssi",
                SourceId=identifier,
            )
