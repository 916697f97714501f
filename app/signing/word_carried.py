"""What ties a Word file to a plan: the hash of its content, as its pages print it.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import re
from typing import Final

from lxml import etree

from app.services.proving.carried import NOTHING, Carried
from app.signing.word_package import BadPackageError, Package

CORE_PART: Final = "/docProps/core.xml"
BODY_PART: Final = "/word/document.xml"
_DESCRIPTION: Final = "{http://purl.org/dc/elements/1.1/}description"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HASH: Final = re.compile(r"[0-9a-f]{64}")


def carried_by(package: Package) -> Carried:
    """What the package states of its content.

    Signatures leave out the properties, in which a program finds the hash at once; so it counts
    only where the body, which they cover, prints the same.
    """
    try:
        stated = (package.xml(CORE_PART).findtext(_DESCRIPTION) or "").strip()
        body = package.xml(BODY_PART)
    except BadPackageError:
        return NOTHING
    if not _HASH.fullmatch(stated):
        return NOTHING
    if not any(stated in _text(paragraph) for paragraph in body.iter(f"{_WORD}p")):
        return Carried(
            problems=(
                "The file's properties state a hash of its content that its pages do not print.",
            )
        )
    return Carried(stated)


def _text(paragraph: etree._Element) -> str:
    """What a paragraph says, without blanks: hashes are printed in groups."""
    texts = (str(each.text or "") for each in paragraph.iter(f"{_WORD}t"))
    return "".join("".join(texts).split()).lower()
