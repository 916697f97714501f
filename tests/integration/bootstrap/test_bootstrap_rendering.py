import dataclasses

from app.bootstrap import FileRenderers
from app.domain.document.outline import outline


def test_the_two_renderers_agree_on_headings_and_tables(made, opened):
    document = made.compose(opened.judgement, True, made.clock.now())
    renderers = FileRenderers()

    docx = renderers.docx(document, {})
    shorter = dataclasses.replace(document, body=document.body[:-1])

    assert renderers.differences(document, docx) == ()
    assert renderers.differences(shorter, docx) != ()
    assert outline(document).tables
