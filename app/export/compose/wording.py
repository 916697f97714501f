"""The words that renderers and signers add themselves, said by the labels of a language."""

from app.domain.document.labels import Labels
from app.domain.document.tree import Wording


def wording(labels: Labels, edition: str, *, draft: bool = False) -> Wording:
    """The words of a document; `edition` names what a signature is made over.

    Only in a `draft` are there words on open points.
    """
    return Wording(
        contents=labels("page.contents"),
        annex=labels("page.annex"),
        table=labels("page.table"),
        figure=labels("page.figure"),
        page=labels("page.page"),
        of=labels("page.of"),
        version=labels("page.version"),
        signer=labels("approval.signer"),
        signature=labels("approval.signature"),
        date=labels("approval.date"),
        sealed=labels("approval.sealed"),
        edition=edition,
        open_point=labels("page.open-point") if draft else "",
        signs_pdf=labels("approval.signs-pdf"),
    )
