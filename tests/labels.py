"""The words of documents for tests: the labels of the base language, as they are shipped."""

from app.domain.document.labels import Labels
from app.domain.plan.plan import Plan
from app.export.compose.scribe import Scribe
from app.paths import data_folder
from app.persistence.library.languages import BASE_LANGUAGE, read_tongue

ENGLISH: Labels = read_tongue(data_folder("templates"), BASE_LANGUAGE).labels


def scribe(plan: Plan) -> Scribe:
    """Somebody who writes about `plan` in English."""
    return Scribe(plan, ENGLISH)
