"""The style sheet: the theme as Word styles, so that an organisation can restyle its plan."""

from app.export import theme
from app.export.theme import Typography
from app.export.word.numbering import HEADINGS
from app.export.word.oxml import Element, root, w
from app.export.word.page import UPRIGHT, twips
from app.export.word.style import Kind, character_style, paragraph_style, table_style

_CONTENTS_INDENTS = ((24.0, 24.0), (54.0, 30.0))
"""Where the text of a contents line begins and how far its number stands out, in points."""
_QUOTE_INDENT = 12.0
_COVER_TOP = 150.0
_PAPER_GAP = Typography(2.0, 6.5, theme.Colour.INK)


def styles(language: str, width: int = UPRIGHT.text_width) -> Element:
    """The part; `language` is the BCP 47 tag of the text, `width` that of the page in twips."""
    return root(
        "w:styles",
        ("w",),
        _defaults(language),
        *_foundation(),
        *_headings(),
        *_contents(width),
        *_text(),
        *_small_print(),
        *_characters(),
        *_tables(),
    )


def _defaults(language: str) -> Element:
    family = theme.TEXT_FONT
    size = round(theme.BODY.size * 2)
    letters = w(
        "rPr",
        w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val=language, eastAsia=language),
    )
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr")))


def _foundation() -> list[Element]:
    plain = Typography(theme.BODY.size, theme.BODY.leading, theme.BODY.colour)
    return [
        paragraph_style(Kind("Normal", base="", default=True), plain),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        table_style(Kind("Normal Table", ident="TableNormal", base="", default=True)),
        w(
            "style",
            w("name", val="No List"),
            w("semiHidden"),
            type="numbering",
            default=1,
            styleId="NoList",
        ),
    ]


def _headings() -> list[Element]:
    faces = (theme.HEADING_1, theme.HEADING_2, theme.HEADING_3)
    found = []
    for level, face in enumerate(faces):
        name = f"heading {level + 1}"
        bound = w("numPr", w("ilvl", val=level), w("numId", val=HEADINGS))
        after = Kind(name, ident=f"Heading{level + 1}", after="BodyText")
        flow = (w("keepNext"), w("keepLines"), bound, w("outlineLvl", val=level))
        found.append(paragraph_style(after, face, *flow))
    for level, face in enumerate(faces):
        name = f"Heading {level + 1} Unlisted"
        kind = Kind(name, base=f"Heading{level + 1}", after="BodyText")
        found.append(paragraph_style(kind, face))
    return found


def _contents(width: int) -> list[Element]:
    title = Kind("TOC Heading", after="BodyText")
    found = [paragraph_style(title, theme.HEADING_1, w("keepNext"), w("keepLines"))]
    for level, face in enumerate((theme.CONTENTS_1, theme.CONTENTS_2)):
        left, hanging = _CONTENTS_INDENTS[level]
        tabs = w(
            "tabs",
            w("tab", val="left", pos=twips(left)),
            w("tab", val="right", leader="dot", pos=width),
        )
        indent = w("ind", left=twips(left), hanging=twips(hanging))
        kind = Kind(f"toc {level + 1}", ident=f"TOC{level + 1}")
        found.append(paragraph_style(kind, face, tabs, indent))
    return found


def _text() -> list[Element]:
    quoted = w("ind", left=twips(_QUOTE_INDENT), right=twips(_QUOTE_INDENT))
    return [
        paragraph_style(Kind("Body Text"), theme.BODY),
        paragraph_style(Kind("Lead", after="BodyText"), theme.LEAD),
        paragraph_style(Kind("Note", after="BodyText"), theme.NOTE),
        paragraph_style(Kind("Quote", after="BodyText"), theme.QUOTE, _bar("left", 12, 8), quoted),
        paragraph_style(Kind("List Bullet"), theme.LIST_ITEM),
        paragraph_style(Kind("List Number"), theme.LIST_ITEM),
        paragraph_style(Kind("caption"), theme.CAPTION, w("keepNext"), w("keepLines")),
        paragraph_style(
            Kind("Figure", after="Caption"), _FIGURE, w("keepNext"), w("jc", val="center")
        ),
        paragraph_style(Kind("Title", after="Subtitle"), theme.COVER_TITLE),
        paragraph_style(Kind("Subtitle"), _SUBTITLE),
        paragraph_style(Kind("Cover Organisation"), _ORGANISATION),
        paragraph_style(Kind("Masthead Title"), theme.MASTHEAD_TITLE),
        paragraph_style(Kind("Masthead Text"), theme.MASTHEAD_TEXT),
    ]


_FIGURE = Typography(theme.BODY.size, theme.BODY.leading, theme.BODY.colour, before=6, after=2)
_SUBTITLE = Typography(
    theme.COVER_SUBTITLE.size, theme.COVER_SUBTITLE.leading, theme.COVER_SUBTITLE.colour, after=70
)
_ORGANISATION = Typography(
    theme.COVER_ORGANISATION.size,
    theme.COVER_ORGANISATION.leading,
    theme.COVER_ORGANISATION.colour,
    before=_COVER_TOP,
    after=theme.COVER_ORGANISATION.after,
)


def _small_print() -> list[Element]:
    return [
        paragraph_style(Kind("header"), theme.RUNNING, _bar("bottom", 4, 4)),
        paragraph_style(Kind("footer"), theme.RUNNING, _bar("top", 4, 4)),
        paragraph_style(Kind("Header Cover"), theme.RUNNING),
        paragraph_style(Kind("Table Head"), theme.TABLE_HEAD, w("keepNext")),
        paragraph_style(Kind("Table Text"), theme.TABLE_CELL),
        paragraph_style(Kind("Table Gap", after="BodyText"), _PAPER_GAP),
        paragraph_style(Kind("Fact Label"), theme.FACT_LABEL),
        paragraph_style(Kind("Fact Value"), theme.FACT_VALUE),
        paragraph_style(Kind("Callout Title"), theme.CALLOUT_TITLE, w("keepNext")),
        paragraph_style(Kind("Callout Text"), theme.CALLOUT_BODY),
        paragraph_style(Kind("Callout Lead"), theme.CALLOUT_LEAD),
        paragraph_style(Kind("Form Title"), theme.FORM_TITLE, w("keepNext")),
        paragraph_style(Kind("Form Label"), theme.FORM_LABEL),
        paragraph_style(Kind("Form Hint"), theme.FORM_HINT),
        paragraph_style(Kind("Signature Label"), theme.SIGNATURE_LABEL),
        paragraph_style(Kind("Signature Text"), theme.SIGNATURE_TEXT),
        paragraph_style(Kind("annotation text", "CommentText"), theme.TABLE_CELL),
    ]


def _characters() -> list[Element]:
    colour = theme.Colour
    link = (w("color", val=colour.LINK.lstrip("#")), w("u", val="single"))
    inserted = (w("color", val=colour.INSERTED.lstrip("#")), w("u", val="single"))
    deleted = (w("strike"), w("color", val=colour.DELETED.lstrip("#")))
    open_point = (w("color", val=colour.OPEN_TEXT.lstrip("#")), _ground(colour.OPEN_TINT))
    return [
        character_style(Kind("Hyperlink"), *link),
        character_style(Kind("Code"), w("noProof"), _ground(colour.CODE_TINT)),
        character_style(Kind("Open Point"), *open_point),
        character_style(Kind("Inserted Text"), *inserted),
        character_style(Kind("Deleted Text"), *deleted),
        character_style(Kind("annotation reference", "CommentReference"), *_points(8)),
    ]


def _tables() -> list[Element]:
    hair, closing = round(theme.HAIRLINE * 8), round(theme.CLOSING_RULE * 8)
    rule, brand = theme.Colour.RULE, theme.Colour.BRAND
    return [
        table_style(
            Kind("Plan Table"), _line("bottom", closing, brand), _line("insideH", hair, rule)
        ),
        table_style(
            Kind("Plan Facts"),
            *(_line(side, hair, rule) for side in ("top", "bottom", "insideH")),
        ),
        table_style(Kind("Plan Callout")),
        table_style(Kind("Plan Form"), *(_line(side, hair, rule) for side in _ALL_SIDES)),
    ]


_ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _bar(side: str, eighths: int, space: int) -> Element:
    return w("pBdr", _line(side, eighths, theme.Colour.RULE, space))


def _line(side: str, eighths: int, colour: str, space: int = 0) -> Element:
    return w(side, val="single", sz=max(eighths, 2), space=space, color=colour.lstrip("#"))


def _points(size: int) -> tuple[Element, Element]:
    return w("sz", val=size * 2), w("szCs", val=size * 2)


def _ground(colour: str) -> Element:
    return w("shd", val="clear", color="auto", fill=colour.lstrip("#"))
