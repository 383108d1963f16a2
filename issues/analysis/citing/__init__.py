"""How to cite a statement, a document and an issue's figure: in words, as BibTeX and as RIS."""
