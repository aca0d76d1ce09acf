"""Pictures that the server draws: plain geometry here, SVG in templates/pictures.html.

Each stands under or above a table that tells the same; its parts are links with names, and
it is told apart by shape and words as well as by colour.
"""
