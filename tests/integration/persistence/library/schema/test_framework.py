import pytest

NAME = "frameworks/small-framework.yaml"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "check: attest",
            "check: trust",
            "requirements[1].check: 'trust' is none of section_nonempty",
        ),
        (
            "[purpose, scope]",
            "[purpose, skope]",
            "requirements[0].sections[1]: 'skope' is no section",
        ),
        (
            "[purpose, scope]",
            "[]",
            "requirements[0].sections: has 0 entries, at least 1 are needed",
        ),
        ('"2026-11-21"', '"21.11.2026"', 'read_on: is not a date such as "2026-11-30"'),
        ('"2026-11-21"', "5", 'read_on: is not a date such as "2026-11-30"'),
        ("status: current", "status: valid", "status: 'valid' is none of current, withdrawn"),
        (
            "confidence: memory",
            "confidence: low",
            "requirements[1].confidence: 'low' is none of high",
        ),
        (
            "relevance: supporting",
            "relevance: some",
            "requirements[1].relevance: 'some' is none of",
        ),
        ("    hint: Somebody says so\n", "", "requirements[1].hint: is missing"),
        ("withdrawn: true", "withdrawn: 1", "requirements[2].withdrawn: is neither true nor false"),
        ("licence: Public domain", "license: Public domain", "licence: is missing"),
    ],
)
def test_a_broken_framework_is_told(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert f"{NAME}: {line}" in problem
