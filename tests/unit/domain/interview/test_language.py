import pytest

from app.domain.interview.language import Language, one_line

US = Language(
    "en-US",
    "English (United States)",
    {"The lift  is\nout.": "The elevator is out."},
    {
        "organisation": "organization",
        "organisations": "organizations",
        "centre": "center",
        "per cent": "percent",
    },
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The lift is out.", "The elevator is out."),
        ("The lift is\n  out. ", "The elevator is out."),
        ("Organisations and an ORGANISATION", "Organizations and an ORGANIZATION"),
        ("recentred organisational", "recentred organisational"),
        ("The {{organisation}} has a centre.", "The {{organisation}} has a center."),
        ("{n} centre, {organisation}", "{n} center, {organisation}"),
        ("[Our centre](section:centre)", "[Our center](section:centre)"),
        ("Ten per cent, ten per\n  Cent", "Ten percent, ten percent"),
        ("Nothing differs.", "Nothing differs."),
    ],
)
def test_words_are_said_as_the_language_says_them(text, said):
    assert US.words(text) == said


def test_a_language_without_differences_says_the_same():
    text = "The organisation\nacts."

    assert Language("en-GB", "English").words(text) is text


def test_spaces_and_line_ends_make_no_difference():
    assert one_line(" a\n\n b\tc ") == "a b c"
