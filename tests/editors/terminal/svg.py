"""Draws what a terminal shows: `svg.py COLUMNS TITLE < ANSI > SVG`.

Every word stands at its cell, counted as `check` counts: a letter takes one column, what is written above or below it none.
"""

import html
import re
import sys
import unicodedata

COLUMNS, TITLE = int(sys.argv[1]), sys.argv[2]
CELL, LINE, SIZE, MARGIN = 10, 24, 17, 14
FOREGROUND, BACKGROUND = "#e0e2ea", "#14161b"
COLOURS = {"31": "#ff8080", "32": "#8fd28f", "33": "#fce094", "34": "#8cb4ff", "36": "#7fd6d6", "91": "#ff8080", "93": "#fce094", "94": "#8cb4ff", "96": "#7fd6d6"}
# Words keep their spaces apart, and every line that is drawn is a word
PIECE = re.compile(r"\x1b\[([\d;]*)m|([━│╭╰├▸ ]+)|([^\x1b ━│╭╰├▸]+)")


def columns(text):
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)


def drawn(line, y, style):
    column = 0
    for codes, lines, word in PIECE.findall(line):
        if not lines and not word:
            for code in codes.split(";") if codes else ["0"]:
                if code in ("", "0"):
                    style.clear()
                elif code == "1":
                    style["font-weight"] = "bold"
                elif code in COLOURS:
                    style["fill"] = COLOURS[code]
        for letter in lines:
            yield from box(letter, MARGIN + column * CELL, y, style.get("fill", FOREGROUND))
            column += 1
        if word:
            attributes = "".join(f' {name}="{value}"' for name, value in style.items())
            yield f'<text x="{MARGIN + column * CELL}" y="{y}"{attributes}>{html.escape(word)}</text>'
            column += columns(word)
    assert column <= COLUMNS, f"{column} columns: {line}"


def box(letter, x, y, colour):
    """Lines are drawn as lines: they meet whatever the font is."""
    top, middle, bottom, centre = y - LINE + 7, y - 5, y + 7, x + CELL / 2
    paths = {
        "│": [f"M{centre} {top}V{bottom}"],
        "╭": [f"M{centre} {bottom}V{middle}H{x + CELL}"],
        "╰": [f"M{centre} {top}V{middle}H{x + CELL}"],
        "├": [f"M{centre} {top}V{bottom}", f"M{centre} {middle}H{x + CELL}"],
        "▸": [f"M{x + 2} {middle - 4}L{x + CELL - 1} {middle}L{x + 2} {middle + 4}Z"],
    }
    if letter == "━":
        yield f'<rect x="{x}" y="{top + 2}" width="{CELL}" height="3" fill="{colour}"/>'
    for path in paths.get(letter, []):
        yield f'<path d="{path}" stroke="{colour}" fill="none"/>'


lines = sys.stdin.read().rstrip("\n").split("\n")
width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
style = {}
body = "\n".join(piece for row, line in enumerate(lines) for piece in drawn(line, MARGIN + (row + 1) * LINE - 7, style))
print(f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">
<title>{html.escape(TITLE)}</title>
<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>
<g font-family="'DejaVu Sans Mono', 'Noto Sans Devanagari', 'Nirmala UI', 'Kohinoor Devanagari', monospace" font-size="{SIZE}" fill="{FOREGROUND}" xml:space="preserve">
{body}
</g>
</svg>""")
