import pytest

from app.domain.interview.questions import AnswerKind, Option
from app.exchange.given import GivenAnswerUnfit, given_answers
from tests.builders import question, section, template

ASKED = template(
    section(
        questions=(
            question("a.text"),
            question("a.flag", AnswerKind.YES_NO),
            question("a.number", AnswerKind.NUMBER),
            question("a.list", AnswerKind.LIST),
            question("a.choices", AnswerKind.CHOICES, options=(Option("x", "X"), Option("y", "Y"))),
        )
    )
)


@pytest.mark.parametrize(
    ("name", "words", "answer"),
    [
        ("a.text", "Hull", "Hull"),
        ("a.flag", "Yes", True),
        ("a.flag", "false", False),
        ("a.number", "12", 12),
        ("a.list", "Hull, York", ("Hull", "York")),
        ("a.choices", "y,x", ("y", "x")),
    ],
)
def test_words_become_the_answer_of_their_question(name, words, answer):
    assert given_answers({name: words}, ASKED) == {name: answer}


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [
        ("a.none", "x", "'a.none' is no question of the template small."),
        ("a.flag", "perhaps", "a.flag=perhaps does not fit: expected true or false."),
        ("a.number", "many", "a.number=many does not fit: expected a whole number, 0 or more."),
        ("a.choices", "z", "a.choices=z does not fit: expected one of x, y."),
    ],
)
def test_what_does_not_fit_is_told(name, words, sentence):
    with pytest.raises(GivenAnswerUnfit) as caught:
        given_answers({name: words}, ASKED)

    assert caught.value.message == sentence
