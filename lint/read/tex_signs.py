r"""What LaTeX spells with commands and signs: accents, letters, dashes, quotation marks, spaces."""

from __future__ import annotations

from unicodedata import normalize

from lint.model.pattern import pattern

LETTERS = {
    "ss": "ß", "SS": "SS", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
"""Commands for letters: the white space after one belongs to it."""
SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "ldots": "…", "dots": "…", "textellipsis": "…",
    "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX", "XeLaTeX": "XeLaTeX",
    "LuaLaTeX": "LuaLaTeX", "BibTeX": "BibTeX", "biblatex": "biblatex", "pdfLaTeX": "pdfLaTeX", "pdfTeX": "pdfTeX",
    "ConTeXt": "ConTeXt", "eTeX": "eTeX", "AmS": "AMS",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’", "lq": "‘", "rq": "’",
    "textquotedbl": '"', "textquotesingle": "'", "dq": '"', "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»",
    "guillemotleft": "«", "guillemotright": "»", "openquote": "“", "closequote": "”",
    "textendash": "–", "textemdash": "—", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textbraceleft": "{", "textbraceright": "}",
    "textdollar": "$", "textbullet": "•", "textperiodcentered": "·", "S": "§", "P": "¶", "dag": "†", "ddag": "‡",
    "textsection": "§", "textparagraph": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "textyen": "¥", "EUR": "€",
    "textcent": "¢", "textdegree": "°", "degree": "°", "textmu": "µ", "textpm": "±", "texttimes": "×", "textdiv": "÷",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textnumero": "№", "slash": "/", "textslash": "/",
    "lbrack": "[", "rbrack": "]", "lbrace": "{", "rbrace": "}", "percent": "%", "textpercent": "%", "textampersand": "&",
    "textemdash{}": "—", "cdots": "…", "textexclamdown": "¡", "textquestiondown": "¿", "textordfeminine": "ª",
    "textordmasculine": "º", "textminus": "-", "textrightarrow": "→", "textleftarrow": "←", "-/": "-", "nobreakdash": "",
    "citationneeded": "[source?]", "needcitation": "[source?]", "citneeded": "[source?]", "needscite": "[source?]",
    "needcite": "[tk]", "addref": "[ref?]",
}  # fmt: skip
"""Commands for signs and names."""
SPACES = (
    *" \n\t\r,;:>",
    *"quad qquad enspace enskip thinspace thickspace medspace nobreakspace space newline hfill tabularnewline".split(),
    *"linebreak break hspace".split(),
)
"""Commands for white space."""

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306",
    "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331", "t": "\u0361",
    "C": "\u030f", "U": "\u030e", "G": "\u030f", "h": "\u0309",
}  # fmt: skip
ACCENTS = frozenset(_MARKS)
_ON_LETTER = pattern(
    r"\\(?:[\"'`^~=.][ \t]{0,3}|[a-zA-Z](?:[ \t]{1,3}|(?=[{\\])))"
    r"(?:\{[ \t]{0,3}(?:\\([ij])|([^\W\d_]{1,2}))(?:\{\})?[ \t]{0,3}\}|\\([ij])(?:[ \t]{1,3}|\{\}|(?![A-Za-z]))|([^\W\d_]))"
)


def accented(text: str, start: int) -> tuple[int, str]:
    """Return where an accented letter ends that begins at ``start``, and the letter; (0, "") where there is none."""
    found = _ON_LETTER.match(text, start)
    if not found:
        return 0, ""
    letters = "".join(filter(None, found.groups()))
    seen = normalize("NFC", letters[0] + _MARKS[text[start + 1]]) + letters[1:]
    return (found.end(), seen) if len(seen) <= found.end() - start else (0, "")
