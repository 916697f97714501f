from app.export.pdf.result import PdfResult


def test_a_result_does_not_print_its_bytes():
    result = PdfResult(b"secret", 1, (), (), {})

    assert "secret" not in repr(result)
