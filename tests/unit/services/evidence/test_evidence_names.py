import pytest

from app.services.evidence import names
from app.services.evidence.names import LONGEST, document_name, is_safe


@pytest.mark.parametrize(
    "name",
    [
        names.README,
        names.SUMS_SIGNATURE,
        names.AUDIT_DATA,
        f"{names.DECLARATIONS}act-000001.p7s",
        "plan/HW-IRP-1-0.pdf",
        "a" * LONGEST,
        "console.txt",
    ],
)
def test_names_that_every_system_takes(name):
    assert is_safe(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../x",
        "plan/../../x",
        "plan/..",
        "plan//x",
        "plan/",
        "a\\b",
        "C:\\x",
        "x:evil",
        "CON.txt",
        "plan/nul",
        "Com7.tar.gz",
        "dot.",
        "dir./x",
        ".hidden",
        "plan/.hidden",
        "x ",
        " x",
        "a b",
        "\u202etxt.exe",
        "naïve",
        "new\nline",
        "a/b/c/d/e",
        "a" * (LONGEST + 1),
    ],
)
def test_names_that_lead_elsewhere_or_that_some_system_refuses(name):
    assert not is_safe(name)


def test_a_document_keeps_its_name_where_that_is_safe():
    assert document_name("HW-IRP-1-0.pdf") == "plan/HW-IRP-1-0.pdf"
    assert document_name("CON.pdf") == "plan/document.pdf"
    assert document_name("-.docx") == "plan/document.docx"
