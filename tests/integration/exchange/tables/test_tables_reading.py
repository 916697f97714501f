import io
import time
import zipfile

import pytest

from app.exchange.tables import reading
from app.exchange.tables.reading import pasted_table, read_table
from app.exchange.tables.refusals import (
    NotATable,
    NothingInTable,
    Spreadsheet,
    TableTooLarge,
    TableUnreadable,
    TooManyRows,
)


@pytest.fixture
def write(tmp_path):
    def written(data, name="people.csv"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return written


def test_csv_files_and_cards_are_told_apart_by_what_is_in_them(write):
    assert read_table(write("Name,Phone\nAda,1")).heads == ("Name", "Phone")
    assert read_table(write("BEGIN:VCARD\nFN:Ada\nEND:VCARD", "x.txt")).counted == "card"
    assert read_table(write("\ufeffbegin:vcard\r\nFN:Ada\r\nEND:VCARD", "x.vcf")).heads == ("Name",)


def test_a_workbook_says_how_to_save_it_as_csv(write):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("xl/workbook.xml", "<x/>")

    for path in (
        write(archive.getvalue(), "people.xlsx"),
        write(archive.getvalue(), "people.csv"),
        write(b"\xd0\xcf\x11\xe0" + b"\0" * 100, "people.xls"),
        write("anything", "people.ods"),
    ):
        with pytest.raises(Spreadsheet, match="CSV"):
            read_table(path)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(1, 32)) * 40,
        b"MZ\x90\x00\x03",
        b"{\\rtf1 x}",
    ],
)
def test_other_files_are_no_tables(write, data):
    with pytest.raises(NotATable):
        read_table(write(data))


@pytest.mark.parametrize("data", ["", "\n\n \n", ",,,\n,,,", "\ufeff"])
def test_empty_files_are_refused(write, data):
    with pytest.raises(NothingInTable):
        read_table(write(data))


def test_a_vcf_file_without_cards_is_refused(write):
    with pytest.raises(NothingInTable):
        read_table(write("hello", "x.vcf"))


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(TableUnreadable) as caught:
            read_table(path)
        assert caught.value.params["file"] == path.name


def test_a_file_too_large_is_refused_without_being_read_whole(write, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 100)

    with pytest.raises(TableTooLarge):
        read_table(write("x" * 101))
    assert read_table(write("Name\n" + "x" * 90)).heads == ("Name",)


def test_two_hundred_thousand_rows_are_refused_at_once(write):
    path = write("Name,E-mail\n" + "Ada Byron,ada@example.org\n" * 200_000)
    began = time.process_time()

    with pytest.raises(TooManyRows, match="10,000"):
        read_table(path)

    assert time.process_time() - began < 2


def test_cells_copied_from_a_spreadsheet_are_read_with_their_line_breaks():
    html = "<table><tr><td>Name<td>Note<tr><td>Ada<td>a<br>b</table>"

    table = pasted_table("Name\tNote\nAda\ta b", html)

    assert table.rows[0].cells == ("Ada", "a\nb")
    assert table.rows[0].number == 2


def test_pasted_text_is_read_where_the_html_holds_no_cells():
    for html in ("", "<p>Ada</p>", "<table><tr><td> </table>"):
        table = pasted_table('Name\tNote\nAda\t"a\nb"', html)
        assert table.heads == ("Name", "Note")
        assert table.rows[0].cells == ("Ada", "a\nb")


def test_pasted_cards_are_cards():
    assert pasted_table("BEGIN:VCARD\nFN:Ada\nEND:VCARD").counted == "card"


def test_of_a_huge_table_the_text_is_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_HTML", 10)

    assert pasted_table("Name\nAda", "<table><tr><td>x</table>").rows[0].cells == ("Ada",)


def test_a_pasted_list_of_names_is_one_column():
    table = pasted_table("Ada Byron\nBo Ek\x00\n")

    assert [row.cells for row in table.rows] == [("Ada Byron",), ("Bo Ek",)]


def test_nothing_and_too_much_cannot_be_pasted(monkeypatch):
    with pytest.raises(NothingInTable):
        pasted_table(" \n")
    with pytest.raises(TooManyRows):
        pasted_table("Ada\n" * 10_002)
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(TableTooLarge):
        pasted_table("Ada Byron Lovelace")
    with pytest.raises(TableTooLarge):
        pasted_table("Ada", "<p>" * 10)


def test_half_a_character_can_be_pasted():
    assert pasted_table("Name\nA\ud800da").rows[0].cells == ("A\ud800da",)
