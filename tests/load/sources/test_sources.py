"""Where many texts come from: each gives its texts in order, and says what it could not read."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lint.load.files import LARGEST
from lint.load.sources import Table, read_sources
from lint.model.finding import Problem

ROWS = [("a1", "Experts agree.", "Ada"), ("a2", "Nobody knows, “they” said.", None)]


def read(*paths, table=Table(), **more):  # noqa: B008
    return list(read_sources([str(p) for p in paths], table, **more))


def texts(items):
    return [item.text if isinstance(item.text, str) else f"! {item.text.message}" for item in items]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def as_parquet(path, rows=ROWS):
    ids, bodies, authors = zip(*rows, strict=True)
    pq.write_table(pa.table({"id": ids, "body": bodies, "author": authors}), path)


def as_csv(path, rows=ROWS):
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        out.writerows([("id", "body", "author"), *(tuple(v or "" for v in row) for row in rows)])


def as_json_lines(path, rows=ROWS):
    keys = ("id", "body", "author")
    path.write_text("".join(json.dumps(dict(zip(keys, row, strict=True))) + "\n" for row in rows), "utf-8")


TABLES = {
    ".parquet": as_parquet,
    ".csv": as_csv,
    ".tsv": as_csv,
    ".jsonl": as_json_lines,
    ".ndjson": as_json_lines,
}


@pytest.mark.parametrize("suffix", TABLES)
def test_a_table_gives_its_rows_with_what_is_told_of_them(here, suffix):
    TABLES[suffix](here / f"t{suffix}")
    first, second = read(f"t{suffix}", table=Table(suffix=".md"))
    assert (first.id, first.name, first.text) == (f"t{suffix}#a1", f"t{suffix}#a1.md", "Experts agree.")
    assert dict(first.meta) == {"id": "a1", "author": "Ada"}
    assert second.text == "Nobody knows, “they” said."
    assert dict(second.meta).get("author", "") == ""


@pytest.mark.parametrize("suffix", TABLES)
def test_columns_are_named_or_guessed_and_a_wrong_name_says_which_there_are(here, suffix):
    TABLES[suffix](here / f"t{suffix}")
    (first, _) = read(f"t{suffix}", table=Table(text="author", id="body", meta=("id",)))
    assert (first.text, first.meta) == ("Ada", (("id", "a1"),))
    wrong = texts(read(f"t{suffix}", table=Table(text="nope")))
    assert wrong[0] == "! no column 'nope'; there are id, body, author"
    assert texts(read(f"t{suffix}", table=Table(id="nope")))[0].startswith("! no column 'nope'")
    assert texts(read(f"t{suffix}", table=Table(meta=("nope",))))[0].startswith("! no column 'nope'")


def test_no_column_of_texts_asks_for_one(here):
    pq.write_table(pa.table({"a": ["x"], "b": ["y"]}), "t.parquet")
    assert texts(read("t.parquet")) == [
        "! which column has the texts? There are a, b; name one with --text-column"
    ]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")), min_size=1, max_size=4
    )
)
def test_every_table_gives_back_any_text(tmp_path_factory, bodies):
    folder = tmp_path_factory.mktemp("any")
    rows = [(str(n), body, "") for n, body in enumerate(bodies)]
    for suffix, write in TABLES.items():
        write(folder / f"t{suffix}", rows)
        assert texts(read(folder / f"t{suffix}")) == bodies


def test_rows_that_are_broken_are_told_of_and_the_others_stand(here):
    Path("t.jsonl").write_bytes(
        b'{"text": "one"}\n{"text": 2}\nnot json\n{"body2": "x"}\n\n"a string"\n\xff\n{"text": "\\ud800"}\n'
    )
    found = read("t.jsonl")
    assert [f.text.line if isinstance(f.text, Problem) else 0 for f in found] == [0, 0, 3, 4, 6, 7, 0]
    told = texts(found)
    assert told[0] == "one"
    assert told[1] == "! not a text but int"
    assert told[2].startswith("! no JSON object: Expecting value")
    assert told[3].startswith("! which column has the texts?")
    assert told[4] == "! no JSON object: no object"
    assert told[6] == "?"
    Path("t.csv").write_bytes(b"text\n\xe9t\xe9\nfine\n")
    assert texts(read("t.csv")) == ["! not UTF-8 near line 2; save the table as UTF-8", "fine"]
    Path("p.parquet").write_bytes(b"PAR1 nonsense")
    (broken,) = read("p.parquet")
    assert isinstance(broken.text, Problem)


def test_one_row_of_200_mb_is_a_problem_and_not_a_copy(here):
    pq.write_table(pa.table({"text": ["x" * (LARGEST + 1), "Fine."]}), "t.parquet")
    assert texts(read("t.parquet")) == [
        "! larger than 32 MB; split it, or leave it out with exclude",
        "Fine.",
    ]
    with Path("t.jsonl").open("w") as file:
        file.write('{"text": "' + "x" * (4 * LARGEST + 10) + '"}\n{"text": "Fine."}\n')
    assert texts(read("t.jsonl"))[1:] == ["Fine."]
    with Path("t.csv").open("w") as file:
        file.write("text\nFine.\n" + "x" * (LARGEST + 10) + "\n")
    told = texts(read("t.csv"))
    assert told[0] == "Fine."
    assert told[1].startswith("! broken off after 1 rows: field larger")


MEMBERS = {
    "a/one.md": "---\nauthor: Ada\n---\nExperts agree.\n",
    "two.txt": "Two.",
    ".hidden/x.md": "no",
    "pic.png": "no",
}


def as_zip(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in MEMBERS.items():
            archive.writestr(name, text)


def as_tar(path):
    mode = {"gz": "w:gz", "bz2": "w:bz2", "xz": "w:xz"}.get(
        path.suffix[1:], "w:gz" if path.suffix == ".tgz" else "w"
    )
    with tarfile.open(path, mode) as archive:
        for name, text in MEMBERS.items():
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))


@pytest.mark.parametrize("name", ["t.zip", "t.tar", "t.tar.gz", "t.tgz", "t.tar.bz2", "t.tar.xz"])
def test_an_archive_gives_the_texts_in_it_and_unpacks_nothing(here, name):
    (as_zip if name == "t.zip" else as_tar)(here / name)
    one, two = read(name)
    assert (one.id, two.id, two.text) == (f"{name}/a/one.md", f"{name}/two.txt", "Two.")
    assert one.meta == (("author", "Ada"),)
    assert sorted(p.name for p in here.iterdir()) == [name]


@pytest.mark.parametrize("name", ["t.zip", "t.tar.gz", "t.tar"])
def test_a_damaged_archive_is_told_of(here, name):
    (as_zip if name == "t.zip" else as_tar)(here / name)
    data = Path(name).read_bytes()
    for cut in (0, 10, len(data) // 2, len(data) - 30):
        Path(name).write_bytes(data[:cut])
        found = read(name)
        assert all(isinstance(item.text, str | Problem) for item in found)
        if cut < len(data) // 2:
            assert isinstance(found[-1].text, Problem), cut


def test_a_bomb_costs_no_memory(here):
    with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * (LARGEST + 1000))
        archive.writestr("b.txt", "Fine.")
    data = bytearray(Path("bomb.zip").read_bytes())
    assert texts(read("bomb.zip")) == ["! larger than 32 MB; split it, or leave it out with exclude", "Fine."]
    # A directory that lies about the size: what is read stays bounded all the same.
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    Path("lie.zip").write_bytes(data)
    assert len(texts(read("lie.zip"))[0]) < 100


def test_a_locked_zip_is_told_of(here):
    as_zip(here / "t.zip")
    data = bytearray(Path("t.zip").read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    Path("t.zip").write_bytes(data)
    assert set(texts(read("t.zip"))) == {"! encrypted; unpack it, and check the folder"}


DUMP = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11">
  <siteinfo><sitename>W</sitename></siteinfo>
  <page><title>Calder</title><ns>0</ns><id>7</id>
    <revision><id>1</id><timestamp>2020-01-02T00:00:00Z</timestamp><text>Old.</text></revision>
    <revision><id>2</id><timestamp>2021-03-04T00:00:00Z</timestamp><text>'''Experts''' agree &amp; agree.</text></revision></page>
  <page><title>Talk:Calder</title><ns>1</ns><id>8</id><revision><text>Talk.</text></revision></page>
  <page><title>C</title><ns>0</ns><id>9</id><redirect title="Calder"/><revision><text>#REDIRECT</text></revision></page>
  <page><title>A/B</title><ns>0</ns><id>10</id><revision><text>Last.</text></revision></page>
</mediawiki>
"""


@pytest.mark.parametrize(
    ("name", "pack"), [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress)]
)
def test_a_dump_gives_its_articles(here, name, pack):
    Path(name).write_bytes(pack(DUMP.encode()))
    first, last = read(name)
    assert (first.id, first.name, first.text) == (f"{name}#7", "Calder.wiki", "'''Experts''' agree & agree.")
    assert first.meta == (("title", "Calder"), ("date", "2021-03-04"))
    assert last.name == "A∕B.wiki"
    Path(name).write_bytes(pack(DUMP.encode())[: len(pack(DUMP.encode())) // 2])
    assert isinstance(read(name)[-1].text, Problem)


def test_what_is_no_dump_and_a_bomb_of_entities_are_told_of(here):
    Path("a.xml").write_text("<a><b/></a>")
    assert texts(read("a.xml")) == ["! no pages: is it a dump of a wiki?"]
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 100}">' for n in range(10))
    Path("b.xml").write_text(
        f"<!DOCTYPE a [{entities}]><mediawiki><page><title>&e9;</title></page></mediawiki>"
    )
    (bomb,) = read("b.xml")
    assert "broken off after 0 pages" in bomb.text.message
    Path("c.xml").write_text(
        '<!DOCTYPE a [<!ENTITY f SYSTEM "a.xml">]><mediawiki><page><title>&f;</title></page></mediawiki>'
    )
    assert isinstance(read("c.xml")[0].text, Problem)


def test_a_crawl_gives_pages_and_texts_with_their_addresses(here):
    with Path("c.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)

        def page(address, kind, body, status="200 OK"):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
            )

        page(
            "http://a.test/x",
            "text/html; charset=iso-8859-1",
            "<p>Experts agree. Caf\xe9.</p>".encode("latin-1"),
        )
        page("http://a.test/y", "image/png", b"\0\1")
        page("http://a.test/z", "text/html", b"<p>gone</p>", "404 Not Found")
        writer.write_record(
            writer.create_warc_record("http://a.test/t", "conversion", payload=io.BytesIO(b"Plain."))
        )
    first, second = read("c.warc.gz")
    assert (first.id, first.name, first.text) == (
        "c.warc.gz#http://a.test/x",
        "http://a.test/x.html",
        "<p>Experts agree. Café.</p>",
    )
    assert dict(first.meta)["url"] == "http://a.test/x"
    assert (second.name, second.text) == ("http://a.test/t.txt", "Plain.")
    Path("d.warc").write_bytes(b"no such thing\n")
    assert isinstance(read("d.warc")[-1].text, Problem)


def test_folders_globs_and_files_are_read_once_and_in_order(here):
    for name in ("b/two.md", "b/one.txt", "a.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(
            f"---\ntitle: '{name}'\nauthors: [Ada, {{name: Bo}}]\ndate: 2020-01-02\ndraft: true\n---\nText.\n"
        )
    as_csv(here / "b" / "t.csv")
    assert [i.id for i in read("b", "a.md", "b/one.txt")] == ["b/one.txt", "b/two.md", "a.md"]
    assert [i.id for i in read("b/*", "b")] == ["b/one.txt", "b/t.csv#a1", "b/t.csv#a2", "b/two.md"]
    (item,) = read("a.md")
    assert item.path == "a.md"
    assert dict(item.meta) == {"title": "a.md", "author": "Ada, Bo", "date": "2020-01-02"}
    assert texts(read("none/*.md", "gone.zip", "gone")) == [
        "! no such file or folder; check the path",
        "! not readable: No such file or directory",
        "! no such file or folder; check the path",
    ]


@pytest.mark.parametrize(
    "block",
    ["---\n: [\n---\n", "+++\nx = \n+++\n", "---\n- a\n---\n", "---\nauthor: &a [*a]\n---\n", "---\nx\n"],
)
def test_front_matter_that_is_none_tells_nothing(here, block):
    Path("a.md").write_text(block + "Text.\n")
    (item,) = read("a.md")
    assert item.meta == ()


def test_a_bomb_of_aliases_in_front_matter_tells_nothing(here):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    Path("a.md").write_text("---\n" + "\n".join(lines) + "\nauthor: *a11\ntitle: Fine.\n---\nText.\n")
    (item,) = read("a.md")
    assert dict(item.meta) == {"title": "Fine."}


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [("pyarrow", "t.parquet", "report"), ("warcio.archiveiterator", "t.warc", "web")],
)
def test_what_is_missing_is_told_with_what_to_install(here, module, name, extra):
    Path(name).write_bytes(b"x")
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        f"from lint.load.sources import read_sources\nprint(next(read_sources([{name!r}])).text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.stdout.strip().endswith(f"install it with: pip install 'whosays[{extra}]'"), done.stderr
