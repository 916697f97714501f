"""Elements of WordprocessingML, the one road from values to XML.

Loads lxml: import from inside functions, or from modules of this package.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from app.export.word.legible import legible

Element: TypeAlias = _Element
"""An XML element, as every module of this package passes it around."""

NAMESPACES: dict[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """A `w:` element with `w:` attributes; a child that is None is left out."""
    return element(
        f"w:{tag}", {f"w:{name}": value for name, value in attributes.items()}, *children
    )


def element(tag: str, attributes: Mapping[str, str | int], *children: Element | None) -> Element:
    """An element named `prefix:tag`; attribute names carry their prefix where they have one."""
    made = etree.Element(_name(tag))
    for name, value in attributes.items():
        made.set(_name(name), legible(value) if isinstance(value, str) else str(value))
    made.extend(child for child in children if child is not None)
    return made


def text_element(tag: str, text: str) -> Element:
    """An element whose white space is kept; `text` is taken literally."""
    made = etree.Element(_name(tag), {_name("xml:space"): "preserve"})
    made.text = legible(text)
    return made


def root(tag: str, prefixes: tuple[str, ...], *children: Element | None) -> Element:
    """The outermost element of a part, declaring all the namespaces below it once."""
    made = etree.Element(_name(tag), nsmap={prefix: NAMESPACES[prefix] for prefix in prefixes})
    made.extend(child for child in children if child is not None)
    return made


def serialised(part: Element) -> bytes:
    """The bytes of a part."""
    etree.cleanup_namespaces(part, keep_ns_prefixes=[prefix for prefix in part.nsmap if prefix])
    return etree.tostring(part, encoding="UTF-8", xml_declaration=True, standalone=True)


@cache
def _name(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name
