import dataclasses

import pytest

from app.bootstrap import FileRenderers
from app.domain.document.outline import outline
from app.domain.errors import IrplanError
from app.services.exporting import Request
from tests.integration.export.word.donor.letterheads import letterhead


def test_the_two_renderers_agree_on_headings_and_tables(made, opened):
    document = made.compose(opened.judgement, Request(True, made.clock.now()))
    renderers = FileRenderers()

    pdf, docx = renderers.pdf(document).data, renderers.docx(document, {})
    shorter = dataclasses.replace(document, body=document.body[:-1])

    assert renderers.differences(document, pdf, docx) == ()
    assert renderers.differences(shorter, pdf, docx) != ()
    assert outline(document).tables


def test_a_letterhead_is_read_from_its_file_and_printed_on(made, opened, tmp_path):
    renderers = FileRenderers()
    file = tmp_path / "house.docx"
    file.write_bytes(letterhead())
    document = made.compose(opened.judgement, Request(True, made.clock.now()))

    found = renderers.letterhead(file)
    plain, printed = renderers.docx(document, {}), renderers.docx(document, {}, found.data)

    assert found.remarks == ()
    assert plain != printed
    assert renderers.differences(document, renderers.pdf(document).data, printed) == ()
    with pytest.raises(IrplanError):
        renderers.letterhead(tmp_path / "none.docx")
