"""Comments of a draft: what is not stated yet, and where it belongs."""

from datetime import UTC

from app.domain.document.tree import Document
from app.export.word.legible import one_line
from app.export.word.oxml import Element, root, w
from app.export.word.paragraphs import paragraph
from app.export.word.runs import text_run

_LONGEST_PLACE = 200
_LONGEST_INITIALS = 3
_ANONYMOUS = "Plan"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Remarks:
    """The comments on the open points of a document, in document order.

    There are none unless the wording says what a comment says: only drafts have one.
    """

    def __init__(self, document: Document) -> None:
        data = document.metadata
        author = one_line(data.organisation) or _ANONYMOUS
        self._pattern = document.wording.open_point
        self._whole = data.title
        self._signed = {
            "author": author,
            "date": data.created.astimezone(UTC).strftime(_MOMENT),
            "initials": "".join(word[0] for word in author.split())[:_LONGEST_INITIALS],
        }
        self._made: list[Element] = []

    def about(self, missing: str, spot: str, place: str) -> int | None:
        """The number of a new comment; None where the document has none.

        `missing` is what the document prints, `spot` the row, column or label it stands at, and
        `place` the heading above it; the document as a whole where that is blank.
        """
        if not self._pattern:
            return None
        number = len(self._made)
        what = ": ".join(filter(None, (one_line(spot, _LONGEST_PLACE), one_line(missing))))
        where = self._pattern.replace("{place}", one_line(place or self._whole, _LONGEST_PLACE))
        mark = w("r", w("rPr", w("rStyle", val="CommentReference")), w("annotationRef"))
        self._made.append(
            w(
                "comment",
                paragraph("CommentText", [mark, text_run(what)]),
                paragraph("CommentText", [text_run(where)]),
                id=number,
                **self._signed,
            )
        )
        return number

    def part(self) -> Element | None:
        """The part that holds them; None when nothing is remarked."""
        return root("w:comments", ("w",), *self._made) if self._made else None
