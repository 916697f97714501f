import zlib
from io import BytesIO

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from app.export.pdf.streams import PageStreams


def test_every_page_has_its_own_contents_compressed():
    canvas = Canvas(BytesIO(), pageCompression=0)
    streams = PageStreams(canvas)
    for number in range(5):
        canvas.addLiteral(f"{number} w " * 2000)
        canvas.showPage()
        streams.begin()

    streams.finish()

    with pikepdf.open(BytesIO(canvas.getpdfdata())) as pdf:
        assert len(pdf.pages) == 5
        for number, page in enumerate(pdf.pages):
            contents = page.obj.Contents
            assert contents.Filter == pikepdf.Name.FlateDecode
            assert f"{number} w {number} w" in contents.read_bytes().decode()
            assert zlib.decompress(contents.read_raw_bytes()) == contents.read_bytes()
            assert len(contents.read_raw_bytes()) < 200
