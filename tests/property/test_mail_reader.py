"""Any message gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, texts
from hypothesis import given, settings

from lint.read import mail

_MESSAGES = texts(
    "From: Subject: a: b=c > >> --b --b-- -- = =3D =C3=A9 =E9 boundary=b <p> </p> & &amp; <!-- --> * wrote:",
    "Content-Type: multipart/mixed; boundary=b\n\n",
    "Content-Type: text/html\n\n",
    "Content-Transfer-Encoding: quoted-printable\n\n",
    "\n--b\n",
    "\n> ",
    "=\n",
    "\n-- \n",
    "\nOn Monday Ada wrote:\n",
)


@settings(max_examples=200, deadline=None)
@given(_MESSAGES)
def test_messages_keep_their_invariants(text: str) -> None:
    check(mail.read(text, "a.eml"), text)
