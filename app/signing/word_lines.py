"""The signature lines that a Word document has prepared.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.document.signature_lines import line_named
from app.signing.word_names import MAIN_RELATIONS, ROOT_RELATIONSHIPS_PART, VML_OFFICE
from app.signing.word_package import BadPackageError, Package
from app.signing.word_relationships import relationships

_TRUE = frozenset({"t", "true", "1", "on"})
"""How VML writes yes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of ours: `field` as in the PDF, and what the document prints under it.

    `id` is the line's as the document spells it; a signature repeats it to the letter.
    """

    field: str
    id: str
    signer: str = ""
    role: str = ""


def prepared_lines(package: Package) -> tuple[Line, ...]:
    """The lines of ours in the main document, each field once; others are left out.

    A document that cannot be read has none: what is wrong with it is for others to say.
    """
    found: dict[str, Line] = {}
    try:
        for line in _lines(package):
            if line.field:
                found.setdefault(line.field, line)
    except BadPackageError:
        return ()
    return tuple(found.values())


def _lines(package: Package) -> Iterator[Line]:
    for relation in relationships(package, ROOT_RELATIONSHIPS_PART):
        if relation.type not in MAIN_RELATIONS:
            continue
        for element in package.xml(relation.target).iter(f"{{{VML_OFFICE}}}signatureline"):
            if element.get("issignatureline", "").lower() in _TRUE:
                identifier = element.get("id", "")
                yield Line(
                    line_named(identifier),
                    identifier,
                    element.get(f"{{{VML_OFFICE}}}suggestedsigner", ""),
                    element.get(f"{{{VML_OFFICE}}}suggestedsigner2", ""),
                )
