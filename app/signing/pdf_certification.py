"""Whether the certification of a PDF is as its first signer left it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from app.signing.pdf_reading import entry

LATE = "A later signature certifies the document, which only the first one may do."
REMOVED = "The limits that the first signature set on later changes were removed."
MISPLACED = "The document names a signature as certifying it that does not."


def certification_problems(
    reader: PdfFileReader, signatures: Sequence[EmbeddedPdfSignature]
) -> list[str]:
    """What is wrong with who certifies; `signatures` in the order of signing."""
    certifying = [signature for signature in signatures if _certifies(signature)]
    problems = [LATE] if any(each is not signatures[0] for each in certifying) else []
    named = _named(reader)
    if signatures and certifying[:1] == [signatures[0]]:
        if named is None:
            problems.append(REMOVED)
        elif named != _reference(signatures[0]):
            problems.append(MISPLACED)
    elif named is not None:
        problems.append(MISPLACED)
    return problems


def _certifies(signature: EmbeddedPdfSignature) -> bool:
    """ISO 32000-2, 12.8.2.2: a reference with the transform method DocMDP."""
    references = entry(signature.sig_object, "/Reference") or ()
    methods = (entry(each.get_object(), "/TransformMethod") for each in references)
    return "/DocMDP" in methods


def _named(reader: PdfFileReader) -> object:
    """The signature that the catalog names as certifying; None for none."""
    permissions = entry(reader.root, "/Perms")
    if entry(permissions, "/DocMDP") is None:
        return None
    return permissions.get_value_as_reference("/DocMDP")


def _reference(signature: EmbeddedPdfSignature) -> object:
    return signature.sig_field.get_value_as_reference("/V")
