"""Empty signature fields: ISO 32000-1, 12.7.4.5, tagged so that PDF/UA-1 holds."""

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from app.export.pdf.finish.places import annotate, rectangle
from app.export.pdf.finish.structure import StructureTree
from app.export.pdf.string_limit import within_limit
from app.export.pdf.trace import FieldArea, Trace


def add_fields(pdf: Pdf, trace: Trace, structure: StructureTree) -> None:
    """Add every signature field of `trace`; of equal names only the first becomes a field."""
    fields = Array()
    names: set[str] = set()
    for field in trace.fields:
        if field.name in names or not field.name:
            continue
        names.add(field.name)
        widget = pdf.make_indirect(_widget(pdf, field, structure.next_key))
        annotate(pdf.pages[field.page].obj, (widget,))
        structure.own(field.element, field.page, widget)
        fields.append(widget)
    if len(fields):
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=fields))


def _widget(pdf: Pdf, field: FieldArea, key: int) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String(within_limit(field.name)),
        TU=String(within_limit(field.description)),
        Rect=rectangle(field.area),
        F=4,
        StructParent=key,
        P=pdf.pages[field.page].obj,
        AP=Dictionary(N=_appearance(pdf, field)),
    )


def _appearance(pdf: Pdf, field: FieldArea) -> Stream:
    left, bottom, right, top = field.area
    stream = pdf.make_stream(b" ")
    stream.Type = Name.XObject
    stream.Subtype = Name.Form
    stream.BBox = rectangle((0.0, 0.0, right - left, top - bottom))
    stream.Resources = Dictionary()
    return stream
