"""Comments found by one expression, where strings look like them."""

import pytest

from lint.read.lexed import find_comments


@pytest.mark.parametrize(
    ("form", "text", "comments"),
    [
        ("c", 'a = "// no /* no */"; // yes\n/* yes\n*/ b = \'"\'; // "yes', ["// yes", "/* yes\n*/", '// "yes']),
        ("c", '"a\\"// no"; \'\\\'\'; // yes \\\n too\nx', ["// yes \\\n too"]),
        ("c", "#include <sys//no.h>\n#error don't\n// yes\n#define A // yes", ["// yes", "// yes"]),
        ("c", "a /* yes */ / b /* never ended", ["/* yes */"]),
        ("c", '"never ended // no\n// yes', ["// no", "// yes"]),
        ("cpp", 'R"x(// no )" /* no )x" 1\'000 // yes', ["// yes"]),
        ("cpp", 'R"never( // yes\nR"never( // yes', ["// yes", "// yes"]),
        ("java", '"""\n// no " \\""" no\n""" // yes \\\nx', ["// yes \\"]),
        ("go", "`// no\n\\` // yes '`'\n'\"' // yes", ["// yes '`'", "// yes"]),
        ("rust", "/* a /* b */ c */ r#\"// \" no\"# // yes", ["/* a /* b */ c */", "// yes"]),
        ("rust", "fn a<'a>(x: &'a str) {'\"'; '\\u{41}'} // yes 'b", ["// yes 'b"]),
        ("rust", '"// no\n// no" // yes\n/* /* never */', ["// yes"]),
    ],
)  # fmt: skip
def test_comments(form: str, text: str, comments: list[str]) -> None:
    assert [text[start:end] for start, end in find_comments(text, form)] == comments
