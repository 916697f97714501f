import pikepdf

from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.trace import Element, Mark, Trace


def written(trace, pages=2):
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    StructureTree(pdf, trace).write()
    return pdf


def test_elements_without_content_are_left_out_but_empty_cells_stay():
    trace = Trace(Element("Document"), [[], []])
    trace.root.add("L").add("LI")
    row = trace.root.add("Table").add("TR")
    row.add("TD")

    pdf = written(trace)
    top = pdf.Root.StructTreeRoot.K

    assert str(top.K.S) == "/Table"
    assert str(top.K.K.K.S) == "/TD"


def test_a_paragraph_on_two_pages_is_one_element_with_two_marks():
    trace = Trace(Element("Document"))
    text = trace.root.add("P")
    text.kids += [Mark(0, 0), Mark(1, 0)]
    trace.marks = [[text], [text]]

    pdf = written(trace)
    element = pdf.Root.StructTreeRoot.K.K

    assert element.K[0] == 0
    assert element.K[1].Pg.objgen == pdf.pages[1].obj.objgen
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert owners[1][0].objgen == owners[3][0].objgen == element.objgen


def test_a_head_says_what_it_heads():
    trace = Trace(Element("Document"), [[], []])
    trace.root.add("TH").scope = "Column"

    pdf = written(trace)
    head = pdf.Root.StructTreeRoot.K.K

    assert str(head.A.Scope) == "/Column"


def test_an_only_child_is_no_array_since_signers_look_for_it_so():
    trace = Trace(Element("Document"), [[], []])
    form = trace.root.add("Form")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    tree = StructureTree(pdf, trace)

    tree.own(form, 0, pdf.make_indirect(pikepdf.Dictionary()))

    trace.marks = [[]]
    tree.write()
    assert pdf.Root.StructTreeRoot.K.K.K.Type == pikepdf.Name.OBJR
