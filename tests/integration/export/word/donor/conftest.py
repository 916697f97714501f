"""What the tests of letterheads share."""

from pathlib import Path

import pytest

from app.export.word.render import render
from tests.integration.export.word.donor.letterheads import letterhead
from tests.integration.export.word.specimen import pages, plan


@pytest.fixture(scope="session")
def dressed() -> bytes:
    """The specimen on the letterhead."""
    return render(plan(), pages(), letterhead()).data


@pytest.fixture
def audited(tmp_path: Path):
    """What an auditor of Office Open XML finds in a package."""

    def audit(data: bytes) -> list[str]:
        from openxml_audit import OpenXmlValidator

        file = tmp_path / "made.docx"
        file.write_bytes(data)
        return [str(error) for error in OpenXmlValidator().validate(file).errors]

    return audit
