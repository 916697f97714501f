"""The look of the letterhead, the count and the reach of ours."""

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from app.export.word.donor.reading import read
from app.export.word.donor.style_sheet import merged
from app.export.word.oxml import w
from app.export.word.styles import styles
from tests.integration.export.word.donor.letterheads import BRAND, bare, letterhead, saved
from tests.integration.export.word.reading import find, value

OURS = styles("de-DE")


def sheet(data=None, used=()):
    lent = read(letterhead() if data is None else data).styles
    assert lent is not None
    return merged(styles("de-DE"), lent, used)


def idents(made):
    return [style.get(f"{{{style.nsmap['w']}}}styleId", "") for style in find(made, "w:style")]


def test_a_style_of_the_same_name_gives_its_look():
    made, _ = sheet()

    heading = "w:style[@w:styleId='Heading1']"
    assert value(made, f"{heading}/w:rPr/w:color") == BRAND
    assert value(made, f"{heading}/w:rPr/w:sz") == "44"
    assert value(made, "w:style[@w:styleId='Normal']/w:rPr/w:sz") == "21"


def test_every_style_of_ours_is_there_once():
    made, _ = sheet()

    assert set(idents(OURS)) <= set(idents(made))
    assert len(idents(made)) == len(set(idents(made)))


def test_headings_keep_our_count_and_stay_with_their_text():
    made, _ = sheet()

    for level in range(3):
        style = f"w:style[@w:styleId='Heading{level + 1}']/w:pPr"
        assert value(made, f"{style}/w:numPr/w:ilvl") == str(level)
        assert value(made, f"{style}/w:numPr/w:numId") == "1"
        assert value(made, f"{style}/w:outlineLvl") == str(level)
        assert find(made, f"{style}/w:keepNext")


def test_a_title_of_contents_based_on_a_heading_is_not_counted():
    made, _ = sheet()

    style = "w:style[w:name/@w:val='TOC Heading']/w:pPr"
    assert value(made, f"{style}/w:numPr/w:numId") == "0"
    assert value(made, f"{style}/w:outlineLvl") == "9"


def test_what_nobody_needs_stays_behind():
    made, _ = sheet()

    theirs = idents(read(letterhead()).styles)
    assert len(theirs) > 150
    assert len(idents(made)) < len(idents(OURS)) + 30


def test_what_a_header_uses_comes_with_all_it_is_based_on():
    data = docx.Document(io.BytesIO(letterhead()))
    base = data.styles.add_style("House base", WD_STYLE_TYPE.PARAGRAPH)
    data.styles.add_style("House line", WD_STYLE_TYPE.PARAGRAPH).base_style = base

    without, _ = sheet(saved(data))
    made, renamed = sheet(saved(data), ["Houseline", "Nobody"])

    assert "Houseline" not in idents(without)
    assert {"Houseline", "Housebase"} <= set(idents(made))
    assert renamed["Houseline"] == "Houseline"
    assert "Nobody" not in renamed


def test_another_style_under_an_id_of_ours_gets_a_new_one():
    data = docx.Document(io.BytesIO(letterhead()))
    data.styles.add_style("Lead", WD_STYLE_TYPE.CHARACTER)

    made, renamed = sheet(saved(data), ["Lead"])

    assert renamed["Lead"] == "LetterheadLead"
    assert value(made, "w:style[@w:styleId='Lead']", "w:type") == "paragraph"
    assert value(made, "w:style[@w:styleId='LetterheadLead']", "w:type") == "character"


def test_styles_named_in_another_language_are_found_by_their_name():
    lent = w(
        "styles",
        w("style", w("name", val="Heading 1"), w("rPr", w("i")), type="paragraph", styleId="Kopf1"),
    )

    made, renamed = merged(styles("nl-NL"), lent, [])

    assert renamed == {"Kopf1": "Heading1"}
    assert find(made, "w:style[@w:styleId='Heading1']/w:rPr/w:i")


def test_lists_languages_and_frames_of_the_letterhead_stay_behind():
    lent = w(
        "styles",
        w(
            "style",
            w("name", val="List Bullet"),
            w("pPr", w("framePr"), w("numPr", w("numId", val=44))),
            w("rPr", w("lang", val="fr-FR")),
            type="paragraph",
            styleId="ListBullet",
        ),
    )

    made, _ = merged(styles("de-DE"), lent, [])

    assert not find(made, "//w:framePr | //w:numPr[w:numId/@w:val='44'] | //w:lang[@w:val='fr-FR']")


@pytest.mark.parametrize("data", [letterhead(), bare()])
def test_the_language_is_that_of_the_plan(data):
    made, _ = sheet(data)

    assert value(made, "w:docDefaults//w:lang") == "de-DE"
    assert value(made, "//w:lang") == "de-DE"


def test_running_text_takes_the_letters_of_the_letterhead():
    data = docx.Document(io.BytesIO(letterhead()))
    data.styles["Normal"].font.size = Pt(12)
    for style in ("Body Text", "List Bullet"):
        data.styles[style].delete()

    made, _ = sheet(saved(data))

    for ident in ("BodyText", "ListBullet"):
        assert not find(made, f"w:style[@w:styleId='{ident}']/w:rPr/w:sz")
    assert value(made, "w:style[@w:styleId='Normal']/w:rPr/w:sz") == "24"
    assert find(made, "w:style[@w:styleId='TableText']/w:rPr/w:sz")


def test_references_lead_to_styles_that_are_there():
    made, _ = sheet()

    known = set(idents(made))
    for name in ("basedOn", "next", "link"):
        for reference in find(made, f"w:style/w:{name}"):
            assert reference.values()[0] in known


def test_there_is_one_default_of_each_kind():
    made, _ = sheet()

    for kind in ("paragraph", "character", "table", "numbering"):
        assert len(find(made, f"w:style[@w:default='1'][@w:type='{kind}']")) == 1


def test_an_empty_sheet_changes_nothing():
    made, renamed = merged(styles("de-DE"), w("styles"), ["x"])

    assert idents(made) == idents(OURS)
    assert renamed == {}
