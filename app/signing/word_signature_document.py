"""One signature part as read: its elements by id, and which of them are really signed.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cryptography import x509
from lxml import etree

from app.signing.safe_xml import canonical
from app.signing.word_digests import decoded, digest_matches, value_matches, weakness
from app.signing.word_names import C14N, DS, NAMESPACES
from app.signing.word_package import BadPackageError, Package
from app.signing.word_signature_places import place_fault


class BadSignatureError(Exception):
    """The signature part is built in a way that nothing in it can be relied on."""


@dataclass(frozen=True, slots=True)
class SignatureDocument:
    """A signature part whose structure allows one reading only."""

    root: etree._Element
    info: etree._Element
    """SignedInfo: what the signature value is computed over."""
    method: str
    """The signature algorithm's URI."""
    by_id: Mapping[str, etree._Element]

    def certificates(self) -> list[x509.Certificate]:
        """The certificates in KeyInfo; unsigned, so prove nothing by themselves."""
        blobs = self.root.iterfind("ds:KeyInfo/ds:X509Data/ds:X509Certificate", NAMESPACES)
        try:
            return [x509.load_der_x509_certificate(decoded(blob.text)) for blob in blobs]
        except ValueError as error:
            raise BadSignatureError("a certificate in it is damaged") from error

    def value_is_right(self, certificate: x509.Certificate) -> bool:
        """Whether the certificate's key made the signature value."""
        value = decoded(self.root.findtext("ds:SignatureValue", None, NAMESPACES))
        return value_matches(self.method, certificate.public_key(), canonical(self.info), value)

    def signed_elements(self) -> dict[str, etree._Element]:
        """The elements under SignedInfo's references whose digests are right, by id.

        Raises:
            BadSignatureError: A reference leaves the part, transforms it, or does not match; or
                something else is in the place of what is signed.
        """
        references = self.info.findall("ds:Reference", NAMESPACES)
        signed = dict(self._referenced(reference) for reference in references)
        fault = place_fault(self.root, signed.values())
        if fault:
            raise BadSignatureError(fault)
        return signed

    def _referenced(self, reference: etree._Element) -> tuple[str, etree._Element]:
        uri = reference.get("URI", "")
        target = self.by_id.get(uri.removeprefix("#")) if uri.startswith("#") else None
        if target is None:
            raise BadSignatureError(f"it refers to {uri or 'something'} outside itself")
        transforms = reference.iterfind("ds:Transforms/ds:Transform", NAMESPACES)
        if any(each.get("Algorithm") != C14N for each in transforms):
            raise BadSignatureError(f"it transforms {uri} in a way that is not allowed")
        weak = weakness(digest_method(reference))
        if weak:
            raise BadSignatureError(f"its digests are made with {weak}")
        if not reference_matches(reference, canonical(target)):
            raise BadSignatureError(f"the digest of {uri} differs")
        return uri.removeprefix("#"), target


def read_signature(package: Package, part: str) -> SignatureDocument:
    """The signature in a part.

    Raises:
        BadSignatureError: It is not one, or could be read in two ways.
    """
    try:
        root = package.xml(part)
    except BadPackageError as error:
        raise BadSignatureError(str(error)) from error
    if root.tag != f"{{{DS}}}Signature":
        raise BadSignatureError("it is not an XML signature")
    _refuse_hidden_nodes(root)
    for path in ("ds:SignatureValue", "ds:KeyInfo"):
        _only(root, path)
    info = _only(root, "ds:SignedInfo")
    if _only(info, "ds:CanonicalizationMethod").get("Algorithm") != C14N:
        raise BadSignatureError("it is canonicalised in a way that is not allowed")
    method = _only(info, "ds:SignatureMethod").get("Algorithm", "")
    if weakness(method):
        raise BadSignatureError(f"it is made with {weakness(method)}")
    return SignatureDocument(root, info, method, _elements_by_id(root))


def reference_matches(reference: etree._Element, data: bytes) -> bool:
    """Whether a Reference holds the digest of `data`."""
    value = reference.findtext("ds:DigestValue", "", NAMESPACES)
    return digest_matches(digest_method(reference), data, value)


def digest_method(reference: etree._Element) -> str:
    """The algorithm that a Reference digests with; blank for none."""
    method = reference.find("ds:DigestMethod", NAMESPACES)
    return "" if method is None else method.get("Algorithm", "")


def _only(parent: etree._Element, path: str) -> etree._Element:
    found = parent.findall(path, NAMESPACES)
    if len(found) != 1:
        raise BadSignatureError(f"the element {path} is missing or there twice")
    return found[0]


def _refuse_hidden_nodes(root: etree._Element) -> None:
    """Comments vanish in canonical form but split the text that we would read and show."""
    if any(not isinstance(node.tag, str) for node in root.iter()):
        raise BadSignatureError("it contains comments or processing instructions")


def _elements_by_id(root: etree._Element) -> dict[str, etree._Element]:
    """Elements by their Id; two of one id is how signed content is swapped for other."""
    elements: dict[str, etree._Element] = {}
    for element in root.iter():
        for spelling in ("Id", "ID", "id"):
            identifier = element.get(spelling)
            if identifier in elements:
                raise BadSignatureError(f"the id {identifier} is there twice")
            if identifier:
                elements[identifier] = element
    return elements
