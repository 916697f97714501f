"""Only fields that tell of the document itself stay fields."""

import pytest
from lxml import etree

from app.export.word.donor.fields import defused, instructions
from tests.integration.export.word.donor.letterheads import W
from tests.integration.export.word.reading import find, words


def header(content):
    return etree.fromstring(f'<w:hdr xmlns:w="{W}"><w:p>{content}</w:p></w:hdr>')


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def told(text):
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def said(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(instruction, result):
    spelt = "".join(told(piece) for piece in instruction)
    return mark("begin") + spelt + mark("separate") + said(result) + mark("end")


@pytest.mark.parametrize("name", ["PAGE", " NUMPAGES ", "styleref", " TITLE \\* MERGEFORMAT"])
def test_fields_of_the_document_itself_stay(name):
    made = header(field([name], "1"))

    assert defused(made) == ()
    assert instructions(made) == {name.split()[0].upper()}


@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        (["DDEAUTO c:\\windows\\system32\\cmd.exe"], "DDEAUTO"),
        ([" D", "DE", " excel"], "DDE"),
        (["INCLUDETEXT https://example.org/x"], "INCLUDETEXT"),
        (["INCLUDEPICTURE \\\\host\\share\\x.png"], "INCLUDEPICTURE"),
        (["LINK Excel.Sheet"], "LINK"),
        (["MACROBUTTON Run now"], "MACROBUTTON"),
        (["DATE"], "DATE"),
        (["FILENAME \\p"], "FILENAME"),
        (["= 1 + 1"], "?"),
    ],
)
def test_all_others_become_the_text_they_show(instruction, name):
    made = header(said("before ") + field(instruction, "shown") + said(" after"))

    assert defused(made) == (name,)
    assert words(made) == "before shown after"
    assert not find(made, "//w:fldChar | //w:instrText")


def test_an_instruction_that_is_put_together_is_no_harmless_one():
    inner = field(["QUOTE 68 68 69"], "DDE")
    made = header(
        mark("begin") + told("PAGE ") + inner + mark("separate") + said("9") + mark("end")
    )

    assert defused(made) == ("QUOTE", "PAGE")
    assert words(made) == "9"
    assert instructions(made) == frozenset()


def test_a_page_number_inside_a_condition_leaves_no_stray_text():
    inner = field(["PAGE"], "7")
    made = header(
        mark("begin") + told("IF ") + inner + told(" = 1") + mark("separate") + said("x")
        + mark("end")
    )  # fmt: skip

    assert defused(made) == ("IF",)
    assert words(made) == "x"


@pytest.mark.parametrize(
    "content",
    [
        mark("begin") + told("DDE x") + said("y"),
        mark("end") + said("y"),
        told("DDE x") + said("y"),
        mark("separate") + mark("begin") + mark("begin") + said("y"),
    ],
)
def test_fields_without_end_or_beginning_go(content):
    made = header(content)

    defused(made)

    assert not find(made, "//w:fldChar | //w:instrText")


def test_simple_fields_are_treated_alike():
    made = header(
        '<w:fldSimple w:instr="DDE x"><w:r><w:t>old</w:t></w:r></w:fldSimple>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'
    )

    assert defused(made) == ("DDE",)
    assert words(made) == "old3"
    assert instructions(made) == {"PAGE"}
