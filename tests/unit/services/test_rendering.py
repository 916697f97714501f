from app.services.rendering import FileFormat, Letterhead, RenderedPdf


def test_a_format_is_named_by_the_ending_of_its_files():
    assert [kind.value for kind in FileFormat] == ["pdf", "docx"]


def test_the_bytes_of_a_letterhead_stand_in_no_message():
    assert "secret" not in repr(Letterhead(b"secret"))


def test_a_rendered_file_has_nothing_to_remark_unless_it_says_so():
    assert RenderedPdf(b"%PDF", 1, {}).remarks == ()
