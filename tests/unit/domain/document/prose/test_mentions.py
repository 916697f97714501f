"""What a prose mentions."""

from app.domain.document.inline import plain
from app.domain.document.prose.mentions import references, variables
from app.domain.document.prose.nodes import Reference, ReferenceKind
from app.domain.document.prose.reader import read


def test_each_variable_is_named_once_in_order():
    assert variables(read("{{b}} `{{x}}` \\{{y}}\n\n- {{a}}\n  - **{{b}}**")) == ("b", "a")


def test_every_reference_is_listed_in_order():
    lead = Reference(ReferenceKind.ROLE, "lead", plain("Lead"))

    assert references(read("[Lead](role:lead)\n\n|[](section:s)|\n|-|\n|[Lead](role:lead)|")) == (
        lead,
        Reference(ReferenceKind.SECTION, "s"),
        lead,
    )
