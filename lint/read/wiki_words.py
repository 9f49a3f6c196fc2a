"""Templates that many wikis share, and what each of them shows."""

from __future__ import annotations

from lint.model.pattern import pattern

GAPS = {
    **dict.fromkeys(
        "citation needed|citation needed (lead)|citationneeded|cite needed|source needed|sourceme|fact|cb|uncited|refneeded|reference needed"
        "|needs citation|citation requested|need citation|citation-needed|unsourced inline|fact or opinion|full citation needed"
        "|medical citation needed|mcn|primary source inline|third-party inline|unsourced-inline|additional citation needed".split(
            "|"
        ),
        "[citation needed]",
    ),
    "cn": "[ref?]",
    **dict.fromkeys("ref needed|ref?|needs reference".split("|"), "[ref?]"),
    **dict.fromkeys(
        "who|who?|weasel-inline|weasel inline|weasel word|weasel|weasel word inline|says who|attribution needed|like whom|specify whom|whom"
        "|opinion inline".split("|"),
        "[who?]",
    ),
    **dict.fromkeys("by whom|by who|bywho|by whom?".split("|"), "[by whom?]"),
    **dict.fromkeys(
        "according to whom|according to whom?|according to who|awb-whom".split("|"), "[according to whom?]"
    ),
    **dict.fromkeys("when|when?|when inline|time fact|year needed|date missing".split("|"), "[when?]"),
    **dict.fromkeys("which|which?|which one|specify|vague which".split("|"), "[which?]"),
    **dict.fromkeys(
        "clarify|clarification needed|clarifyme|clarification|clarifyref|explain".split("|"),
        "[clarification needed]",
    ),
}
"""Templates that say that a source, a name or a date is missing: what the page shows, longest first."""
SHORTER = {
    "[citation needed]": "[ref?]",
    "[clarification needed]": "[which?]",
    "[according to whom?]": "[who?]",
}
"""What stands for a gap where its template is shorter than what the page shows."""
SPANS = {
    "citation needed span": "[ref?]", "cns": "[ref?]", "fact span": "[ref?]", "clarify span": "[which?]",
    "according to whom span": "[who?]",
}  # fmt: skip
"""Templates with the text that lacks something."""

NOTES = frozenset(
    "efn|efn-ua|efn-lr|refn|ref label note|notetag|footnote|#tag:ref|note ref|cref2 note|adn|tfn|tablefootnote".split(
        "|"
    )
)
"""Templates whose text is a note."""
CITED = frozenset(
    "sfn|sfnp|sfnm|sfnref|r|ref|rp|harv|harvcol|harvcolnb|cref|ref label|bibleref inline|sfnmp|shortened footnote|citation inline"
    "|ran|rma|r2|sfnb|harvrefcol|ref name|note|cref2|fnote|fn|ref-web|efn-name".split("|")
)
"""Templates that show as a number or between brackets: the sentence goes on after them."""
CITATIONS = frozenset(
    "harvnb|harvtxt|harvp|harvs|harvard citation|harvard citation text|harvard citation no brackets|harvcoltxt|citation|bibleverse"
    "|bibleref|bibleref2|sref|doi|isbn|pmid|arxiv|oclc|issn|jstor|bibcode|lsj|oed|oed2|sep|iep|mathworld|google books|gutenberg"
    "|imdb name|imdb title|wayback|webarchive|official website|url|eb1911|cite".split("|")
)
"""Templates that show a reference where they stand."""
CITING = pattern(r"(?:v?cite|citation/|comic|bibl?\.?|source|literatur|ouvrage|vancite)\b[\w ./'’-]*")

UNSEEN = pattern(
    r"(?:(?:use|pp|short|engvar|italic|lower|defaultsort|displaytitle|default|good article|featured article|coord missing|toc|tocright|toclimit"
    r"|anchor|wikidata|authority|short description|lowercase|bots|nobots|sdk|contains|__|no more links|inconsistent)\b.*"
    r"|.*\b(?:inline|needed|source\??|verification|dead link|link dead|dubious|disputed|vague|quantify|full|pov|copy-?edit|update after"
    r"|page numbers?|sic\?|contradict|or|synth|syn|undue|peacock|fv|vs|pn|nonspecific|ambiguous|disambiguation needed|dn|jargon|tone"
    r"|pov statement|failed verification|self-published|volume|verify|verify source|unreliable|better source|relevance|importance"
    r"|examples?|citation style|year|author missing|chronology|discuss|lopsided|editorializing|dead|cbignore|refbegin|refend|-|clear"
    r"|clear left|clear right|reflist|notelist|notes|dl|use dmy dates))",
)
"""Templates that show nothing, or a remark for editors between brackets."""

SHOWN = {
    **dict.fromkeys(
        "nowrap|nobr|nobreak|nowraplinks|small|smaller|big|large|larger|resize|nobold|noitalic|normal|em|strong|em2|strongbad|sup|sub|su|smallsup"
        "|smalldiv|sc|smallcaps|sm|allcaps|uc|lc|underline|u|strikethrough|s|visible anchor|vanchor|abbr|abbrv|abbreviation|tooltip|define"
        "|hover title|ill|interlanguage link|link-interwiki|iw|illm|center|centre|left|right|big2|bold|'''|b|italic|i|''|color box text|font"
        "|lcfirst|ucfirst|linktext|wikt-lang|nihongo|nihongo2|nihongo krt|formatnum|val|nts|nums|increase text"
        "|not a typo|typo|chem name|proper name|as written|sic text|text|plain text|nbhyph|translation|literal translation|gloss|inflation"
        "|lang-en|start text|highlight round|mark|longitem|resize text|sfont|serif|sans-serif|unicode|smalltext|notatypo|angle bracket|plainlist"
        "|indent text|mdash text|noexcerpt|include text|excerpt text|nowrap begin|anchored|hanging indent|left text|flatlist|paragraph"
        "|bdi|no wrap|nwr|tq|talk quote inline|talkquote|xt|quote inline|'-text".split("|"),
        ("1", "text", "content"),
    ),
    **dict.fromkeys(
        "color|colour|fontcolor|font color|fgcolor|background color|resize2|ifsubst|wikilink".split("|"),
        ("2", "text", "1"),
    ),
    **dict.fromkeys("langx text|lang-en-gb".split("|"), ("2",)),
}
"""Templates that show one of their arguments: the first of these that there is."""

EXPLAINED = frozenset(("abbr", "abbrv", "abbreviation", "tooltip", "hover title"))
"""Those among them that say in their second argument what the first one means."""

QUOTES = {
    **dict.fromkeys(
        "quote|blockquote|cquote|quotation|bquote|block quote|quote box|quotebox|pull quote|pullquote|centered pull quote|poemquote|poem quote"
        "|quote frame|long quote|block quotation|imagequote|quotation1|blockquotation|verse|q".split("|"),
        ("text", "quote", "1"),
    ),
    "rquote": ("2",),
    "verse translation": ("2",),
    "quote without source": ("1",),
    "talk quote": ("1",),
}
"""Templates of quotations that are blocks of their own: where the words are."""

SIGNS = {
    "snd": " –", "spaced ndash": " –", "spnd": " –", "snds": " –", "ndash": "–", "nsndns": "–", "mdash": "—", "emdash": "—",
    "spaced mdash": " —", "mdashb": " —", "spaced en dash": " –", "en dash": "–", "em dash": "—", "nbsp": " ", "space": " ",
    "spaces": " ", "thinsp": " ", "thin space": " ", "hair space": " ", "zwsp": "", "zwj": "", "zwnj": "", "shy": "", "wbr": "", "'": "'",
    "'s": "'s", "' \"": "'\"", "\" '": "\"'", "!": "|", "=": "=", "·": "·", "•": "•", "dot": "·", "bull": "•", "middot": "·",
    "sic": "[sic]", "typo sic": "[sic]", "ampersand": "&", "&": "&", "hyphen": "-", "shyphen": "-", "nbhyphen": "-", "pipe": "|", "asterisk": "*",
    "no.": "no.", "number sign": "#", "number of": "№", "ellipsis": "…", "break": " ", "br": " ", "crlf": " ", "dagger": "†", "times": "×",
    "minus": "−", "en space": " ", "em space": " ", "pad": " ", "gap": " ", "okina": "ʻ", "hamza": "ʾ", "ayin": "ʿ", "(": "{{", ")": "}}",
    "sp": " ", "1/2": "½", "spaced en dash space": " – ", "tsp": " ", "quote mark": "\"",
}  # fmt: skip
"""Templates for signs and spaces."""

LED = {
    "circa": "c. ", "c.": "c. ", "ca": "c. ", "ca.": "c. ", "floruit": "fl. ", "fl": "fl. ", "fl.": "fl. ", "as of": "As of ", "asof": "As of ",
    "p.": "p. ", "pp.": "pp. ", "vol.": "vol. ", "us$": "$", "usd": "$", "gbp": "£", "£": "£", "euro": "€", "€": "€", "inr": "₹",
    "au$": "$", "a$": "$", "ca$": "$", "c$": "$",
}  # fmt: skip
"""Templates that show a word or a sign, and their first arguments: a date, a number."""
CONVERTED = frozenset("convert|cvt|converted|convertabb|convert/2".split("|"))
RANGES = frozenset("- – to and or by x × +/- ± to( and(- , *".split())
"""Second arguments of a converted quantity that join it to another."""
