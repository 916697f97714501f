"""One step of an export in a process of its own; `benchmarks.exporting` starts them."""

import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

WHEN: Final = datetime(2026, 11, 21, 9, tzinfo=UTC)
SECRET: Final = "benchmark only"  # noqa: S105 - of a key that is thrown away
LINES_A_PAGE: Final = 58
PREPARE: Final = "prepare"


def prepare(place: Path, times: int) -> int:
    """Lay out in `place` what each step starts from; the number of pages comes back."""
    from app.bootstrap import FileRenderers, workshop
    from app.export.compose.plan_document import compose
    from app.paths import AppPaths
    from app.services.signing import IdentityRequest
    from benchmarks.multiplying import multiplied

    place.mkdir(parents=True)
    shop = workshop(AppPaths.below(place / "home"))
    opened = shop.create_sample(place / "plan.irplan")
    plan = multiplied(opened.plan, times)
    judged = shop.judged(plan, WHEN.date())
    document = compose(judged, shop.library.labels(plan.profile.language), False, WHEN)
    opened.close()
    (place / "document.pickle").write_bytes(pickle.dumps(document))
    renderers = FileRenderers()
    pdf = renderers.pdf(document)
    (place / "pages.pickle").write_bytes(pickle.dumps(dict(pdf.page_of)))
    (place / "plan.pdf").write_bytes(pdf.data)
    (place / "plan.docx").write_bytes(renderers.docx(document, pdf.page_of))
    request = IdentityRequest("Benchmark", "benchmark@example.org", "Example")
    shop.make_identity(request, place / "id.p12", SECRET)
    for step in ("sign pdf", "sign docx"):
        STEPS[step](place)
    (place / "words.txt").write_text("\n".join(_lines(document)), "utf-8")
    (place / "plan.md").write_text("\n\n".join(_markdown(document)), "utf-8")
    return pdf.pages


def bare_canvas(place: Path) -> None:
    """The same words on pages, in one embedded typeface, without tags, tables or line breaking."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from app.paths import data_folder

    font = data_folder("resources") / "fonts" / "Inter-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Inter", str(font)))
    canvas = Canvas(str(place / "bare.pdf"))
    lines = (place / "words.txt").read_text("utf-8").splitlines()
    for at in range(0, len(lines), LINES_A_PAGE):
        canvas.setFont("Inter", 9.6)
        for row, line in enumerate(lines[at : at + LINES_A_PAGE]):
            canvas.drawString(60, 780 - 12.6 * row, line)
        canvas.showPage()
    canvas.save()


def pdf(place: Path) -> None:
    """The tagged, archivable PDF."""
    from app.export.pdf.render import render

    render(_document(place))


def docx(place: Path) -> None:
    """The Word document."""
    from app.bootstrap.rendering import FileRenderers

    FileRenderers().docx(_document(place), pickle.loads((place / "pages.pickle").read_bytes()))


def sign_pdf(place: Path) -> None:
    """The seal on the PDF."""
    made = _signer(place).sign_pdf(
        (place / "plan.pdf").read_bytes(), _statement(), field="Seal", certify=True
    )
    (place / "signed.pdf").write_bytes(made.data)


def sign_docx(place: Path) -> None:
    """The seal on the Word document."""
    made = _signer(place).sign_word((place / "plan.docx").read_bytes(), _statement(), line="Seal")
    (place / "signed.docx").write_bytes(made.data)


def verify_pdf(place: Path) -> None:
    """The sealed PDF, verified."""
    _verify(place / "signed.pdf")


def verify_docx(place: Path) -> None:
    """The sealed Word document, verified."""
    _verify(place / "signed.docx")


STEPS: Final[Mapping[str, Callable[[Path], None]]] = {
    "bare canvas": bare_canvas,
    "pdf": pdf,
    "docx": docx,
    "sign pdf": sign_pdf,
    "sign docx": sign_docx,
    "verify pdf": verify_pdf,
    "verify docx": verify_docx,
}


def _document(place: Path) -> Any:
    return pickle.loads((place / "document.pickle").read_bytes())


def _signer(place: Path) -> Any:
    from app.bootstrap.clock import SystemClock
    from app.paths import data_folder
    from app.services.signing import KeyFile
    from app.signing import FileIdentities

    font = data_folder("resources") / "fonts" / "Inter-Regular.ttf"
    return FileIdentities(font).open(KeyFile(place / "id.p12", SECRET), SystemClock().now())


def _statement() -> Any:
    from app.bootstrap.clock import SystemClock
    from app.services.signing import Statement

    return Statement(SystemClock().now(), "Sealed", "Benchmark 1.0")


def _verify(file: Path) -> None:
    from app.services.verifying import Verdict
    from app.signing import verify

    verdict = verify(file).verdict
    if verdict not in {Verdict.VALID_UNTRUSTED, Verdict.INCOMPLETE}:
        raise AssertionError(verdict)


def _lines(document: Any) -> Iterator[str]:
    """The words of the document, a hundred characters a line."""
    for block in _markdown(document):
        words = block.replace("|", " ").split()
        line = ""
        for word in words:
            if len(line) + len(word) > 100:
                yield line
                line = ""
            line = f"{line} {word}".strip()
        yield line


def _markdown(document: Any) -> Iterator[str]:
    """Headings, text and tables, as pandoc reads them."""
    from app.domain.document.anchors import texts
    from app.domain.document.tree import Heading, Table

    for block in document.body:
        match block:
            case Heading(level, text):
                yield f"{'#' * level} {text}"
            case Table(caption, columns, rows):
                heads = [column.title for column in columns]
                lines = [heads, ["---"] * len(heads)]
                lines += [[_plain(cell) for cell in row] for row in rows]
                yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
                yield f"Table: {caption}"
            case _:
                yield from (" ".join(_words(content)) for content in texts(block))


def _plain(cell: Any) -> str:
    return " ".join(word for content in cell.paragraphs for word in _words(content))


def _words(content: Any) -> Iterator[str]:
    return (inline.text for inline in content if hasattr(inline, "text"))


def main(step: str, place: Path, times: str = "1") -> None:
    """Run one step in `place`, or prepare it; the number of pages is then printed."""
    if step == PREPARE:
        sys.stdout.write(f"{prepare(place, int(times))}\n")
    else:
        STEPS[step](place)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
