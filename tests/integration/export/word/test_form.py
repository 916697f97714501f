"""Forms are grids of blanks."""

from app.domain.document.tree import Form, FormField
from app.export.word.form import form
from app.export.word.oxml import w
from tests.integration.export.word.reading import find, words


def test_each_field_has_a_label_and_a_blank_of_its_height():
    block = Form("Custody", (FormField("Item", "serial"), FormField("Remarks", lines=4)))

    body = w("body", *form(block, 9_000))

    heights = [int(height.values()[0]) for height in find(body, ".//w:trHeight")]
    assert words(body).splitlines() == ["Custody", "Item", "serial", "", "Remarks", ""]
    assert heights[1] == 4 * heights[0]


def test_a_form_without_fields_is_its_title():
    body = w("body", *form(Form("Custody", ()), 9_000))

    assert words(body) == "Custody"
    assert not find(body, "w:tbl")


def test_a_form_without_title_is_its_grid():
    body = w("body", *form(Form("", (FormField("Item"),)), 9_000))

    assert len(find(body, "w:tbl")) == 1
    assert body[0].tag.endswith("}tbl")


def test_a_field_with_columns_is_a_table_with_a_head_that_repeats():
    fields = (
        FormField("Item"),
        FormField("Handed over", "both sign", 3, ("Time", "From whom")),
        FormField("Returned"),
    )

    body = w("body", *form(Form("", fields), 9_000))

    tables = find(body, "w:tbl")
    assert len(tables) == 3
    assert [len(find(table, "w:tr")) for table in tables] == [1, 4, 1]
    assert len(find(tables[1], "w:tr/w:trPr/w:tblHeader")) == 1
    assert words(tables[1]).split() == ["Time", "From", "whom"]
    assert [paragraph for paragraph in words(body).splitlines() if paragraph] == [
        "Item",
        "Handed over",
        "both sign",
        "Time",
        "From whom",
        "Returned",
    ]
