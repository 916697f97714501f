"""The contents can be read at once and refreshed later."""

from app.domain.document.tree import Heading
from app.export.word.contents import contents, entries
from app.export.word.oxml import w
from tests.integration.export.word.reading import find, words

BODY = (
    Heading(1, "Roles", "roles"),
    Heading(2, "Duties", "duties"),
    Heading(3, "Detail", "detail"),
    Heading(1, "Approval", "approval", in_contents=False),
    Heading(1, "Annex", "annex", numbered=False),
)


def test_headings_of_two_levels_are_listed_with_their_numbers():
    listed = [(entry.level, entry.number, entry.text) for entry in entries(BODY, "Annex")]

    assert listed == [(1, "1", "Roles"), (2, "1.1", "Duties"), (1, "", "Annex")]


def test_the_title_of_an_annex_has_a_stop_of_its_own_behind_its_longer_number(scope):
    body = (Heading(1, "Roles", "a", annex=True), Heading(2, "RACI", "b", annex=True))

    first, second = contents(entries(body, "Annex"), scope)[1].findall(".//{*}p")

    assert [words(line) for line in (first, second)] == ["Annex A\tRoles\t", "A.1\tRACI\t"]
    assert len(find(first, "w:pPr/w:tabs/w:tab")) == 1
    assert not find(second, "w:pPr/w:tabs")


def test_lines_show_number_text_and_page(scope):
    body = w("body", *contents(entries(BODY, "Annex"), scope))

    assert words(body).splitlines() == ["Contents", "1\tRoles\t4", "1.1\tDuties\t", "Annex\t"]


def test_one_field_spans_all_lines(scope):
    body = w("body", *contents(entries(BODY, "Annex"), scope))

    lines = find(body, ".//w:sdtContent/w:p")
    assert [made.values()[0] for made in find(lines[0], "w:r/w:fldChar")] == ["begin", "separate"]
    assert [made.values()[0] for made in find(lines[-1], "w:r/w:fldChar")] == ["end"]


def test_a_single_line_opens_and_closes_the_field(scope):
    body = w("body", *contents(entries(BODY[:1], "Annex"), scope))

    marks = [made.values()[0] for made in find(body, ".//w:fldChar")]
    assert marks == ["begin", "separate", "begin", "separate", "end", "end"]


def test_without_headings_there_is_only_the_title(scope):
    body = w("body", *contents((), scope))

    assert words(body) == "Contents"
    assert not find(body, ".//w:fldChar")
