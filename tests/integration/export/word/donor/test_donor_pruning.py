"""Elements go with or without what they hold."""

from lxml import etree

from app.export.word.donor.pruning import remove, unwrap


def test_an_element_goes_with_what_it_holds():
    tree = etree.fromstring("<a><b><c/></b><d/></a>")

    remove(tree[0])

    assert [child.tag for child in tree.iter()] == ["a", "d"]


def test_an_element_gives_way_to_what_it_holds():
    tree = etree.fromstring("<a><x/><b><c/><e/></b><d/></a>")

    unwrap(tree[1])

    assert [child.tag for child in tree] == ["x", "c", "e", "d"]


def test_a_root_stays():
    tree = etree.fromstring("<a><b/></a>")

    remove(tree)
    unwrap(tree)

    assert len(tree) == 1
