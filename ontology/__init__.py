"""The model, said once: terms, shapes and vocabularies as Turtle, with a thin Python face."""
