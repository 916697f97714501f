"""One document in both formats, made once a run."""

import pytest

from app.export.pdf.render import render as render_pdf
from app.export.word.render import render as render_word
from tests.integration.export.word.specimen import plan


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return render_pdf(plan()).data


@pytest.fixture(scope="session")
def word() -> bytes:
    return render_word(plan(), {}).data
