"""Hold our reader of reStructuredText against docutils: the visible words of each file, in order.

    python bench/rest_oracle.py PATHS… [--show 20]

docutils parses each file; roles and directives that are Sphinx's or unknown get stand-ins. The words of its
text nodes (code, formulas, comments, addresses, front matter and labels left out) are compared with those of
our view: in order outside of tables, as a bag in them, for a cell's lines interleave with others' in the
source. Prints how many files agree, and the first difference of those that do not. Nothing passes or fails.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, NamedTuple

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst.directives.tables import ListTable
from docutils.utils import new_document
from wording import WORD, agreeing, arguments, difference

from lint.model.text import GLUE, HOLE, Document
from lint.read import rest
from lint.read.rest_directives import CODE, CODE_NAME, KIND
from lint.read.rest_roles import CITING, POINTING, SHOWN, is_code, is_code_role
from lint.read.rest_signs import _HIDDEN, _OF_CODE

_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)[ ]?::", re.MULTILINE)
_ROLE = re.compile(r":([A-Za-z][\w.+:-]*):`|`:([A-Za-z][\w.+:-]*):")
_NUL = re.compile("\x00\\s?")
_BARE = re.compile(r"\b(?:www\.|(?:ftp|irc|ssh|git|file|hg)://)\S+|\[[\d,; –-]+\]")
_TITLE = re.compile(r"(?s)(.*?)\s*<([^<>]+)>\Z")
_UNSEEN = (
    nodes.literal,
    nodes.literal_block,
    nodes.doctest_block,
    nodes.math,
    nodes.math_block,
    nodes.comment,
    nodes.raw,
    nodes.image,
    nodes.system_message,
    nodes.substitution_reference,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.label,
    nodes.option_group,
    nodes.docinfo,
)
_OWN = frozenset(
    "container compound rst-class parsed-literal epigraph highlights pull-quote topic sidebar note warning tip"
    " hint attention caution danger error important admonition figure rubric table list-table csv-table header footer".split()
)


class Words(NamedTuple):
    """The words of a text in order, and those of its cells."""

    running: list[str]
    cells: Counter[str]


class _StandIn(Directive):
    """A directive that docutils does not have."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    kind = "text"

    def run(self) -> list[nodes.Node]:
        content, offset = self.content, self.content_offset
        made = nodes.container()
        shown = [a for a in self.arguments if self.kind not in ("signature", "quotation")]
        for text in shown:
            count = {"version": 1, "versions": 2}.get(self.kind, 0)
            text = re.sub(rf"\A(?:\S+\s*){{{count}}}", "", text) if count else text
            inline, _ = self.state.inline_text(text, self.lineno)
            made += nodes.paragraph("", "", *inline)
        self.state.nested_parse(content, offset, made)
        return [made]


class _Options(dict[str, Any]):
    """Any option there is."""

    def __contains__(self, _: object) -> bool:
        return True

    def __getitem__(self, _: str) -> Any:
        return directives.unchanged


class _FlatTable(ListTable):
    option_spec = _Options(x=directives.unchanged)

    def run(self) -> list[nodes.Node]:
        self.options = {}
        made = nodes.table()
        for text in self.arguments:
            inline, _ = self.state.inline_text(text, self.lineno)
            made += nodes.paragraph("", "", *inline)
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]


def _unseen(*_: Any) -> list[nodes.Node]:
    return []


class _Nothing(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _Options(x=directives.unchanged)

    def run(self) -> list[nodes.Node]:
        return []


def _role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = ()
):
    role = name.lower().removeprefix("std:")
    raw = rawtext[rawtext.find("`") + 1 : rawtext.rfind("`")]
    titled = _TITLE.match(text)
    if role in SHOWN or role in POINTING or not (role.startswith(CITING) or is_code_role(role)):
        if titled and titled[1]:
            return [nodes.inline(rawtext, titled[1])], []
        if role in SHOWN:
            shown = text.partition(" (")[0] if role.startswith("abbr") else text
            return [nodes.inline(rawtext, shown)], []
    return [nodes.literal(rawtext, raw)], []


def _prepare(text: str) -> None:
    """Register stand-ins for what docutils does not know."""
    for found in _DIRECTIVE.finditer(text):
        name = found[1].lower()
        if name in _OWN or name in ("replace", "unicode", "contents"):
            continue
        if name in ("flat-table",):
            directives.register_directive(name, _FlatTable)
        elif name in CODE or (name not in KIND and CODE_NAME.search(name)):
            directives.register_directive(name, _Nothing)
        else:
            kind = KIND.get(name, "signature")
            spec = _Options(x=directives.unchanged)
            made = type("StandIn", (_StandIn,), {"kind": kind, "option_spec": spec})
            if kind == "text":
                made.optional_arguments = 0
            directives.register_directive(name, made)
    for found in _ROLE.finditer(text):
        name = (found[1] or found[2]).lower()
        if name not in ("emphasis", "strong"):
            roles.register_local_role(name, _role)


def theirs(text: str) -> Words:
    """Return the words that docutils sees."""
    _prepare(text)
    settings = get_default_settings(Parser)
    settings.report_level, settings.halt_level = 5, 5
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.warning_stream = ""
    document = new_document("text", settings)
    Parser(rfc2822=text.startswith("PEP:")).parse(text, document)
    running: list[str] = []
    cells: Counter[str] = Counter()
    _collect(document, False, running, cells, [True])
    return Words(running, cells)


def _collect(
    node: nodes.Node, inside: bool, running: list[str], cells: Counter[str], top: list[bool]
) -> None:
    if isinstance(node, _UNSEEN):
        return
    if (
        isinstance(node, nodes.field_list)
        and top[0]
        and isinstance(node.parent, (nodes.document, nodes.section))
    ):
        top[0] = False
        for field in node:
            if field[0].astext().lower() in ("abstract", "dedication"):
                _collect(field[1], inside, running, cells, top)
        return
    if isinstance(node, nodes.field) and _HIDDEN.fullmatch(node[0].astext().lower()):
        return
    if isinstance(node.parent, nodes.topic) and node.astext() == "Contents":  # docutils' own title
        return
    if isinstance(node, nodes.TextElement):
        if not isinstance(node, (nodes.title, nodes.target, nodes.term)) and node.astext().strip():
            top[0] = False
        if isinstance(node, nodes.substitution_definition):
            inside = True
            if not re.search(r"\|\s+replace::", node.rawsource):
                return
        if isinstance(node, nodes.field_name):
            inside = True
            if _OF_CODE.fullmatch(node.astext().lower()):
                return
        words = WORD.findall(_BARE.sub(" ", _seen(node)))
        if inside or (isinstance(node, nodes.title) and isinstance(node.parent, nodes.table)):
            cells.update(words)
        else:
            running += words
        return
    for child in node.children:
        _collect(child, inside or isinstance(node, nodes.table), running, cells, top)


def _seen(node: nodes.Node) -> str:
    """Return the visible text of an element; a space stands for what is code."""
    if isinstance(node, nodes.Text):
        return _NUL.sub("", str(node))
    if isinstance(node, nodes.target) and not node.astext():
        return ""
    if isinstance(node, (nodes.footnote_reference, nodes.citation_reference)):
        return ""
    if isinstance(node, _UNSEEN):
        return " "
    if isinstance(node, nodes.title_reference) and is_code(node.rawsource.strip("`")):
        return " "
    if isinstance(node, nodes.reference):
        text = node.astext()
        if node.get("refuri", "") in (text, f"mailto:{text}"):
            return " "
    return "".join(_seen(child) for child in node.children)


def ours(document: Document) -> Words:
    """Return the words that our reader sees."""
    running: list[str] = []
    cells: Counter[str] = Counter()
    for block in document.blocks:
        seen = document.prose[block.span.start : block.span.end].replace(GLUE, "").replace(HOLE, " ")
        seen = _BARE.sub(" ", seen)
        words = WORD.findall(seen)
        if block.kind == "cell":
            cells.update(words)
        else:
            running += words
    return Words(running, cells)


def main() -> None:
    """Compare, and print."""
    args = arguments(__doc__)
    files = [f for p in args.paths for f in ([p] if p.is_file() else sorted(p.rglob("*.rst")))]
    same = cells = total = common = count = 0
    for file in files:
        text = file.read_text("utf-8", errors="replace")
        try:
            other = theirs(text)
        except Exception as error:  # noqa: BLE001 (a stand-in that does not fit is no finding about our reader)
            print(f"{file.name}: docutils gave up: {error}"[:150])
            continue
        mine = ours(rest.read(text, file.name))
        count += 1
        same += mine.running == other.running
        cells += mine == other
        total += len(other.running)
        if mine.running != other.running:
            common += agreeing(mine.running, other.running) if len(other.running) < 20_000 else 0
            if args.show > 0:
                args.show -= 1
                print(f"{file.name}: …{difference(mine.running, other.running, 'docutils')}")
        else:
            common += len(other.running)
            if mine.cells != other.cells and args.show > 0:
                args.show -= 1
                print(
                    f"{file.name}: cells | docutils: {' '.join((other.cells - mine.cells).elements())[:90]!r}"
                    f" | ours: {' '.join((mine.cells - other.cells).elements())[:90]!r}"
                )
    print(
        f"{count} files: {same} with the same words in order, {cells} in cells too; {common} of {total} words"
    )


if __name__ == "__main__":
    main()
