"""Every edition keeps what the whole plan keeps: archivable, accessible, laid out, schema-clean."""

import pytest

from app.domain.document.audience import Audience
from tests.integration.export.pdf.checking import findings
from tests.integration.export.pdf.laws import Reading, broken_laws

pytestmark = pytest.mark.no_cover

EDITIONS = [audience for audience in Audience if audience is not Audience.PLAN]


@pytest.fixture
def edition(judged, files):
    def make(audience, *, draft):
        return files(judged("lindenhof-software"), audience, draft=draft)

    return make


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_is_archivable_and_accessible(edition, audience, draft):
    assert findings(edition(audience, draft=draft).pdf) == []


@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_keeps_every_law_of_layout(edition, audience, tool, tmp_path):
    reading = Reading(edition(audience, draft=False).pdf, tmp_path, tool("pdftotext"))

    assert broken_laws(reading) == {}


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_satisfies_the_schemas_of_word(edition, audience, draft, tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "edition.docx"
    path.write_bytes(edition(audience, draft=draft).docx)

    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
