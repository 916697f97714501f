from app.cli.exits import FAILED
from tests.integration.cli.running import irplan


def test_templates_are_listed_one_a_line():
    run = irplan("templates")

    head, *rows = run.out.splitlines()
    assert run.code == 0
    assert head.split() == ["ID", "LANGUAGE", "LENGTH", "NAME"]
    assert any(row.startswith("combined ") and "15-25 pages" in row for row in rows)


def test_a_template_is_shown_with_its_arrangement():
    run = irplan("templates", "combined")

    lines = run.out.splitlines()
    assert run.code == 0
    assert lines[0] == "Combined NIST and ISO/IEC 27001 plan"
    assert "Length: 15-25 pages before the annexes" in lines
    assert "1 Foundations" in lines
    assert sum(line.startswith("  ") for line in lines) == 40


def test_a_template_that_is_not_there_is_told():
    run = irplan("templates", "none")

    assert run.code == FAILED
    assert run.err.startswith("irplan: library.unknown-template: ")
