"""The PDF renderer: a document becomes pages, pages become a tagged, archivable file.

Only `render` and `result` are meant for other packages. `pen` and `finish` load ReportLab and
pikepdf; nothing here imports them before `render` is called.
"""
