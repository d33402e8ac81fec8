"""What the page and the workbook of a reviewer have in common: the table of bodies, the roster, the texts."""
