"""Programming languages: which grammar reads each, what its comments look like, and which strings are documentation."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from lint.model.pattern import pattern
from lint.model.text import ReadError
from lint.model.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tree_sitter import Parser, QueryCursor, Tree

EXTRA = "whosays[code]"
"""What to install for the grammars, which are a megabyte or two of machine code."""

_PYTHON_DOCS = """
(module . (comment)* . (expression_statement . (string) @doc))
(class_definition body: (block . (comment)* . (expression_statement . (string) @doc)))
(function_definition body: (block . (comment)* . (expression_statement . (string) @doc)))
"""


class Grammar(NamedTuple):
    """How a language is read. ``comments`` and ``docs`` are queries; ``inner`` names the texts in its comments.

    ``plain`` says that its parser must be shown a letter for each byte outside ASCII.
    """

    module: str
    function: str = "language"
    comments: str = "(comment) @comment"
    docs: str = ""
    inner: str = "comment.md"
    plain: bool = False


GRAMMARS = {
    "python": Grammar("tree_sitter_python", docs=_PYTHON_DOCS, inner="comment.rst"),
    "javascript": Grammar("tree_sitter_javascript"),
    "typescript": Grammar("tree_sitter_typescript", "language_typescript"),
    "tsx": Grammar("tree_sitter_typescript", "language_tsx"),
    "go": Grammar("tree_sitter_go"),
    "rust": Grammar("tree_sitter_rust", comments="[(line_comment) (block_comment)] @comment"),
    "java": Grammar("tree_sitter_java", comments="[(line_comment) (block_comment)] @comment"),
    "c": Grammar("tree_sitter_c"),
    "cpp": Grammar("tree_sitter_cpp"),
    "shell": Grammar("tree_sitter_bash", plain=True),  # its scanner crashes at some characters after a brace
}
"""By the name of the format."""


class Found(NamedTuple):
    """A comment or a documentation string, in bytes of the UTF-8 text."""

    start: int
    end: int
    is_doc: bool


_LETTERS = bytes(range(128)) + b"x" * 128
_CHUNK = 65_536
_NO_PROGRAM = pattern(r"(?<![^\w\"',;)\]}\n])[^\w\"',;)\]}\n]{1500,}")
"""Signs in a row, none of which ends or names anything: a parser that mends it takes memory by the square of it."""
_HARDLY = "given up: this is hardly {}; another format? (--format-of)"
_LEAST_CALLS = 200
_BYTES_A_CALL = 50
"""A parser calls back once in 100 to 650 bytes of a program, and once in two of what it cannot mend."""


@lru_cache
def _ready(form: str) -> tuple[Parser, QueryCursor]:
    """Return what finds the comments of a language; a query takes longer to compile than a file to read."""
    grammar = GRAMMARS[form]
    try:
        import tree_sitter

        module = import_module(grammar.module)
    except ImportError:
        raise ReadError(f"reading {form} needs its grammar: pip install '{EXTRA}'") from None
    language = tree_sitter.Language(getattr(module, grammar.function)())
    query = tree_sitter.Query(language, grammar.comments + grammar.docs)
    return tree_sitter.Parser(language), tree_sitter.QueryCursor(query)


def _parsed(parser: Parser, form: str, data: bytes) -> Tree:
    """Parse within bounds: what is no program at all can keep a parser busy mending it for hours."""
    calls = 0
    if _NO_PROGRAM.search(data.decode("latin-1")):
        raise ReadError(_HARDLY.format(form))

    def enough(offset: int, has_error: bool) -> bool:
        nonlocal calls
        calls += 1
        return calls > most

    def chunk(offset: int, point: object) -> bytes:
        return data[offset : offset + _CHUNK]

    most = _LEAST_CALLS + len(data) // _BYTES_A_CALL
    try:
        return parser.parse(chunk, progress_callback=enough)
    except ValueError:
        parser.reset()
        raise ReadError(_HARDLY.format(form)) from None


def find_comments(form: str, data: bytes) -> list[Found]:
    """Return the comments and documentation strings of a program, in order.

    Raises ReadError where the grammar is not installed.
    """
    parser, cursor = _ready(form)
    if GRAMMARS[form].plain:
        data = data.translate(_LETTERS)
    found = cursor.captures(_parsed(parser, form, data).root_node)
    return sorted(
        Found(node.start_byte, node.end_byte, name == "doc")
        for name, nodes in found.items()
        for node in nodes
    )
