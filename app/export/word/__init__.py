"""The Word renderer: `render` writes a package, `outline` reads its skeleton back.

Only those two modules may be imported at start; the others load lxml and python-docx.
"""
