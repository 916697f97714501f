"""The ids of signature lines never change: files signed earlier are read by them."""

import re

import pytest

from app.domain.document.signature_lines import WORD_LINES, line_id, line_named


def test_the_ids_are_those_of_every_earlier_file():
    assert [line_id(name) for name in WORD_LINES] == [
        "{703CBE31-1E44-5750-BAAF-C1BB4896D3F7}",
        "{073152BB-3EB2-5C31-995B-152D29621575}",
    ]


@pytest.mark.parametrize("name", WORD_LINES)
def test_a_line_is_found_by_its_id_in_any_letters(name):
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", line_id(name))
    assert line_named(line_id(name)) == name
    assert line_named(line_id(name).lower()) == name


@pytest.mark.parametrize("identifier", ["", "{}", "Approver", line_id("Author"), line_id("")])
def test_a_line_of_somebody_else_has_no_name(identifier):
    assert line_named(identifier) == ""
