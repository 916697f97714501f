"""Contents of pages, compressed beside the drawing of the next: zlib lets other threads go on.

Importing this module loads ReportLab, which would write them in characters fit for telegraphs.
"""

import zlib
from concurrent.futures import Future, ThreadPoolExecutor

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream
from reportlab.pdfgen.canvas import Canvas


class PageStreams:
    """The contents of all pages that one canvas has shown."""

    def __init__(self, canvas: Canvas) -> None:
        self._pages = canvas._doc.Pages.pages  # type: ignore[attr-defined]  # noqa: SLF001  # no other way
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._begun: list[tuple[PDFPage, Future[bytes]]] = []

    def begin(self) -> None:
        """Start to compress the contents of the page shown last."""
        page: PDFPage = self._pages[-1]
        data = page.stream.encode("ascii")
        page.stream = None
        self._begun.append((page, self._worker.submit(zlib.compress, data)))

    def finish(self) -> None:
        """Give every page its contents."""
        for page, data in self._begun:
            entries = PDFDictionary({"Filter": PDFName("FlateDecode")})
            page.Contents = PDFStream(entries, data.result())
        self._worker.shutdown()
