"""Copies of the documents that people signed after the export, in place of those without them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.plan.codec import content_hash
from app.services.evidence.choosing import Chosen
from app.services.evidence.names import DOCUMENTS
from app.services.evidence.ports import VerifyFile
from app.services.verifying import FileKind, VerificationReport


class NotOfThisVersion(IrplanError):
    """A document that does not state the content that the pack is about."""

    code: ClassVar[str] = "evidence.not-this-version"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is no document of the version that is packed: choose the PDF or Word file "
            "that was exported from it and signed.",
            file=name,
        )


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A PDF or DOCX file, by its own name."""

    name: str
    data: bytes = field(repr=False)


def with_given(found: Chosen, given: Sequence[GivenDocument], verify: VerifyFile) -> Chosen:
    """What was chosen, with each given document in place of the one of its format.

    Raises:
        NotOfThisVersion: a document is no PDF or DOCX, or states another content.
    """
    content = content_hash(found.judgement.plan)
    documents = dict(found.documents)
    for one in given:
        report = verify(one.name, one.data, ())
        place = next((name for name in documents if _is_of(report, name)), None)
        if place is None or report.carried.content_hash != content:
            raise NotOfThisVersion(one.name)
        documents[place] = one.data
    made = any(documents[name] is data for name, data in found.documents.items())
    return replace(found, documents=documents, remark=found.remark if made else "")


def _is_of(report: VerificationReport, name: str) -> bool:
    known = report.kind is not FileKind.OTHER
    return known and name.startswith(DOCUMENTS) and name.endswith(f".{report.kind.value}")
