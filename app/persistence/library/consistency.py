"""Whether the files of a template fit each other."""

from app.persistence.library.checks.conditions import check_conditions
from app.persistence.library.checks.links import check_links
from app.persistence.library.checks.matrix import check_matrix
from app.persistence.library.checks.questions import check_questions
from app.persistence.library.checks.sections import check_sections
from app.persistence.library.checks.words import check_words
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems


def check_template(parts: TemplateParts, problems: Problems) -> None:
    """Note everything that two sound files of a template say differently."""
    for check in (
        check_sections,
        check_questions,
        check_conditions,
        check_words,
        check_links,
        check_matrix,
    ):
        check(parts, problems)
