"""Hold our reader of AsciiDoc against Asciidoctor: the visible words of each file, in order.

    python bench/adoc_oracle.py PATHS… [--show 20]

Needs the command `asciidoctor` (Debian has it as a package). It renders each file, without what is included and with
all that is shown sometimes. The words of its page, without code, addresses, and the words that it makes itself
(labels, numbers, titles of references), are compared with those of our view: in order, footnotes as a bag.
Of a folder all .adoc, .asciidoc, .asc and .txt files are read. Prints how many files agree, and the first difference
of those that do not. Nothing passes or fails.
"""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from wording import WORD, arguments, difference

from lint.model.text import GLUE, HOLE, Document
from lint.read import asciidoc
from lint.read.references import find_references
from lint.read.view import fill, spelled_out

_SUFFIXES = frozenset((".adoc", ".asciidoc", ".asc", ".txt"))
_OPTIONS = (
    "-e -q -a skip-front-matter -S secure -a showtitle -a experimental -a table-caption! -a example-caption! -a figure-caption! -a listing-caption!"
    " -a toc! -a sectnums! -a sectanchors! -a partnums! -a chapter-signifier! -a part-signifier! -a appendix-caption= -a doctype=article -a icons!"
    " -a source-highlighter! -a hide-uri-scheme! -a attribute-missing=skip -a nofooter"
).split()
_RUBY = """
require 'asciidoctor/converter/html5'
class Asciidoctor::Converter::Html5Converter
  prepend(Module.new do
    def convert_inline_anchor node
      return '<code>x</code>' if node.type == :xref && !node.text
      return '<code>x</code>' if node.type == :link && (node.text == node.target || node.role?('bare'))
      return '' if node.type == :bibref
      super
    end
    def convert_inline_footnote node
      ''
    end
    def convert_inline_callout node
      ''
    end
    def convert_inline_image node
      '<code>x</code>'
    end
    def convert_inline_menu node
      a = node.attributes
      ([a['menu']] + a['submenus'] + [a['menuitem']]).compact.join ' '
    end
    def convert_inline_button node
      node.text
    end
    def convert_audio node
      ''
    end
    def convert_video node
      ''
    end
    def convert_pass node
      ''
    end
    def convert_image node
      node.title? ? "<div>#{node.title}</div>" : ''
    end
    def convert_toc node
      ''
    end
  end)
end
"""
_SHOWN = re.compile(r"^ifn?def::[^\s\[]*\[([A-Za-z\"'(*_`].*)\]$", re.MULTILINE)
_CONDITION = re.compile(r"^(?:(?:ifn?def|ifeval|endif|include)::.*)$", re.MULTILINE)
_UNSEEN = re.compile(r"(?s)<(pre|code|kbd|script|style|svg|video)\b[^>]*>.*?</\1>|<!--.*?-->")
_LABEL = re.compile(r'(?s)<td class="icon">.*?</td>')
_VERSE = re.compile(r'(?s)<pre class="content">(.*?)</pre>')
_CREDIT = re.compile(
    r'(?s)(<blockquote>(?:(?!<blockquote>).)*?</blockquote>|<div class="verse">.*?</div>)\s*<div class="attribution">(.*?)</div>'
)
_OPTION = re.compile(r"(?s)<dt[^>]*>(?:\s|<[^>]+>)*-.*?</dt>")
_NOTES = re.compile(r'(?s)<div id="footnotes">(.*)')
_BLOCK = re.compile(
    r"</?(?:div|p|h\d|li|ul|ol|dl|dt|dd|table|tr|td|th|caption|colgroup|col|br|hr|blockquote|cite|section|thead|tbody|tfoot|details|summary)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")
_MATHS = re.compile(r"(?s)\\\(.*?\\\)|\\\[.*?\\\]|\\\$.*?\\\$")
_BARE = re.compile(r"\b(?:www\.|(?:ftp|irc|ssh|git|file|hg)://)\S+|\[[\d,; –-]+\]|\{[\w-]+\}")
_LINK = re.compile(r"\{[\w-]+\}[^\s\[\]{}<>]*\[([^\[\]]*)\]")
_MACRO = re.compile(r"\b[A-Za-z][\w-]*:[^\s:\[\]<>\"/][^\s\[\]<>\"]*\[[^\]]*\]")


def rendered(texts: Iterable[str]) -> list[str]:
    """Return the pages that Asciidoctor makes of some texts."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "words.rb").write_text(_RUBY)
        names = []
        for number, text in enumerate(texts):
            names.append(f"{number}.adoc")
            (Path(folder) / names[-1]).write_text(_CONDITION.sub("//", _SHOWN.sub(r"\1", text)), "utf-8")
        for first in range(0, len(names), 200):
            command = ["asciidoctor", "-r", "./words.rb", *_OPTIONS, *names[first : first + 200]]
            subprocess.run(command, cwd=folder, check=False, stderr=subprocess.DEVNULL)
        pages = [Path(folder) / name.replace(".adoc", ".html") for name in names]
        return [page.read_text("utf-8") if page.exists() else "" for page in pages]


def theirs(page: str) -> tuple[list[str], Counter[str]]:
    """Return the words of a page in order, and those of its footnotes."""
    page = _VERSE.sub(r'<div class="verse">\1</div>', page)
    page = _CREDIT.sub(r"<div>\2</div>\1", _OPTION.sub(" ", _LABEL.sub(" ", _UNSEEN.sub("\x00", page))))
    notes = _NOTES.search(page)
    found = Counter(_words(re.sub(r">\d+</a>\. ", ">", notes[1]))) if notes else Counter()
    return _words(page[: notes.start()] if notes else page), found


def _words(page: str) -> list[str]:
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n\n", page)))
    text = _LINK.sub(r"\1", text)
    text = _MACRO.sub(" ", _MATHS.sub(" ", text.replace("\u200b", "")))
    edits, _ = find_references(text, text)
    return WORD.findall(
        _BARE.sub(" ", fill(text, edits).replace(GLUE, "").replace(HOLE, " ").replace("\0", " ")).replace(
            "’", "'"
        )
    )


def ours(document: Document) -> tuple[list[str], Counter[str]]:
    """Return the words that our reader sees."""
    prose = spelled_out(document.prose, document.spelled)
    running: list[str] = []
    notes: Counter[str] = Counter()
    inner = [b.span for b in document.blocks if b.kind == "note"]
    for block in document.blocks:
        seen = prose[slice(*block.span)]
        if block.kind != "note":
            for start, end in inner:
                if block.span.start <= start and end <= block.span.end:
                    at = start - block.span.start
                    seen = seen[:at] + GLUE * (end - start) + seen[at + end - start :]
        seen = seen.replace(GLUE, "").replace(HOLE, " ").replace("\u200b", "").replace("’", "'")
        words = WORD.findall(_BARE.sub(" ", seen))
        before = document.text[: block.span.start]
        if block.kind == "note" and before.rfind("[[[") < before.rfind("footnote"):
            notes.update(words)
        else:
            running += words
    return running, notes


def main() -> None:
    """Compare, and print."""
    args = arguments(__doc__)
    files = [f for p in args.paths for f in ([p] if p.is_file() else sorted(p.rglob("*"))) if f.is_file()]
    files = [f for f in files if f.suffix in _SUFFIXES]
    texts = [f.read_text("utf-8", errors="replace") for f in files]
    same = noted = agreeing = total = 0
    for file, text, page in zip(files, texts, rendered(texts), strict=True):
        other, other_notes = theirs(page)
        mine, notes = ours(asciidoc.read(text, file.name))
        same += mine == other
        noted += mine == other and notes == other_notes
        total += len(other)
        if mine == other:
            agreeing += len(other)
            continue
        agreeing += (Counter(other) & Counter(mine)).total()
        if args.show > 0:
            args.show -= 1
            print(f"{file.name}: …{difference(mine, other, 'asciidoctor')}")
    print(
        f"{len(files)} files: {same} with the same words in order, {noted} in footnotes too; {agreeing} of {total} words are there"
    )


if __name__ == "__main__":
    main()
