"""Parsing XML from strangers without trusting it, and its canonical form.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from lxml import etree


class BadXmlError(Exception):
    """The bytes are not XML, or carry a document type declaration."""


def parse_xml(data: bytes) -> etree._Element:
    """The root element; nothing is fetched and no entity expanded.

    Raises:
        BadXmlError: The bytes are not well-formed, or declare a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXmlError(f"not well-formed XML ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadXmlError("a document type declaration is not allowed")
    return root


def canonical(element: etree._Element) -> bytes:
    """Inclusive Canonical XML 1.0 of the element, without comments.

    The subtree is written and read again first: lxml up to 6.1.3 puts a spurious `xmlns=""` on
    grandchildren when it canonicalises an element that is not the root and whose default
    namespace is declared further up. Every digest would be wrong, for us and for everyone.

    Raises:
        BadXmlError: There is no canonical form, as with relative namespace names.
    """
    root = parse_xml(etree.tostring(element, with_tail=False))
    try:
        return etree.tostring(root, method="c14n", exclusive=False, with_comments=False)
    except etree.C14NError as error:
        raise BadXmlError("it has no canonical form") from error


def document(root: etree._Element) -> bytes:
    """The root as a stand-alone UTF-8 document, with no line breaks of our own."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
