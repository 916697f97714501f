"""Letterheads: Word documents that lend a plan their styles, header, footer and logo.

`read` takes out of a foreign package what may be lent, and nothing else; `lent_stationery` puts
a document of ours on it. Whatever can run, fetch or ask stays behind.
"""
