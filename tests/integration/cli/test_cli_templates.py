from tests.integration.cli.running import irplan


def test_templates_are_listed_one_a_line():
    run = irplan("templates")

    head, *rows = run.out.splitlines()
    assert run.code == 0
    assert head.split() == ["ID", "LANGUAGE", "LENGTH", "NAME"]
    assert any(row.startswith("combined ") and "30-45 pages" in row for row in rows)
