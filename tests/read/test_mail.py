from __future__ import annotations

import lint
from lint.model.settings import Settings
from lint.model.text import GLUE, HOLE, Document
from lint.read import mail
from lint.read.view import spelled_out


def seen(document: Document) -> list[str]:
    """Return what a reader sees of each block."""
    view = spelled_out(document.prose, document.spelled)
    return [
        " ".join(view[s:e].replace(GLUE, "").replace(HOLE, "█").split())
        for _, (s, e), _, _ in document.blocks
    ]


def test_quoted_printable_is_seen_decoded() -> None:
    text = "Content-Transfer-Encoding: Quoted-Printable\r\n\r\nThe caf=C3=A9 is not=E2=80=99s, =\r\nand it=\r\nself =3D a.\r\n"
    document = mail.read(text, "a.eml")
    assert seen(document) == ["The café is not’s, and itself = a."]


def test_a_byte_that_is_no_utf_8_is_latin_1() -> None:
    assert seen(mail.read("Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 bar\n")) == ["café bar"]


def test_quoted_lines_are_somebody_elses() -> None:
    document = mail.read("Subject: a\n\nMine.\n\nOn Mon, 4 May 2020, Ada wrote:\n> Hers.\n\nMine again.\n")
    assert [(text, block.quoted) for text, block in zip(seen(document), document.blocks, strict=True)] == [
        ("Mine.", False),
        ("Hers.", True),
        ("Mine again.", False),
    ]


def test_a_finding_stands_where_the_file_has_it() -> None:
    text = "Content-Transfer-Encoding: quoted-printable\n\nToday, expe=\nrts agree that it is so.\n"
    (finding,) = lint.check_text(
        text, name="a.eml", settings=Settings(select=("unsupported-consensus",))
    ).findings
    assert text[finding.span.start : finding.span.end].startswith("expe=\nrts agree")


def test_what_is_encoded_is_said_to_be() -> None:
    document = mail.read("Content-Transfer-Encoding: base64\n\nRXhwZXJ0cyBhZ3JlZS4=\n")
    assert (document.blocks, document.note) == (
        (),
        "its text is encoded (base64) and not checked; save it decoded",
    )


def test_odd_messages_are_read() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(200))
    many = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 50_000
    for text in (
        "",
        "\ufeff",
        "a: b",
        "From x\n",
        nested,
        many,
        ":\n\nx",
        "Content-Type: multipart/mixed; boundary=\n\nx",
        "=\n" * 50_000,
    ):
        assert mail.read(text).text == text
    long = "Content-Transfer-Encoding: quoted-printable\n\n" + "=C3=A9 =\n" * 20_000
    assert len(mail.read(long).prose) == len(long)
