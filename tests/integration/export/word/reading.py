"""Looking into elements and packages the renderer made."""

import io
import zipfile

from lxml import etree

from app.export.word.oxml import NAMESPACES, Element


def part(data: bytes, name: str = "word/document.xml") -> Element:
    """One part of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    """The entries of a package in the order they are stored."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def find(element: Element, path: str) -> list[Element]:
    """What an XPath with the usual prefixes selects below an element."""
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, Element)]


def value(element: Element, path: str, attribute: str = "w:val") -> str:
    """An attribute of the only element `path` selects."""
    (only,) = find(element, path)
    prefix, _, local = attribute.rpartition(":")
    return only.get(f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local, "")


def words(element: Element) -> str:
    """The text of an element, one line for each paragraph and forced break."""
    return "\n".join(_line(paragraph) for paragraph in element.iter(f"{{{NAMESPACES['w']}}}p"))


def _line(paragraph: Element) -> str:
    shown = find(paragraph, ".//w:r/w:t | .//w:r/w:br | .//w:r/w:tab")
    return "".join({"br": "\n", "tab": "\t"}.get(_local(run), run.text or "") for run in shown)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
