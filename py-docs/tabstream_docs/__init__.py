"""Apps in the pages of MkDocs and Sphinx.

A block is read (`block`), its files are found (`app_files`, `companions`), and it becomes a
`<tabstream-app>` (`element`) of a site (`built_site`). `mkdocs` and `sphinx` are thin: each tells
its tool when. `markdown` finds the fences.
"""
