"""What a drawn file still lacks: structure, links, fields, metadata and an archive's promises.

The modules here work on an open pikepdf document; importing them loads pikepdf.
"""
