from app.domain.plan.documents import FormBlank, FormTemplate, MessageTemplate
from tests.builders import rid


def test_a_blank_is_one_line_high_unless_stated():
    assert FormBlank("Time").lines == 1


def test_a_blank_is_no_table_unless_it_has_columns():
    assert FormBlank("Time").columns == ()


def test_a_new_form_and_a_new_message_are_empty():
    assert FormTemplate(rid("f"), "Log").blanks == ()
    message = MessageTemplate(rid("m"), "Holding statement")
    assert (message.body, message.required_facts, message.checks) == ("", (), ())
