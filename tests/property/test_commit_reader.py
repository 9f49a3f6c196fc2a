"""Any commit message gives a document that keeps its invariants."""

from __future__ import annotations

from documents import check, texts
from hypothesis import given, settings

from lint.read import commit

_MESSAGES = texts(
    '# ; ` ``` ~~~ - * > Revert " fixup! feat: a/b: Note: Fixes: <!-- -->',
    "\n# stet\n",
    "\n# ------------------------ >8 ------------------------\n",
    "\n; with ';' will be ignored",
    "\n\nSigned-off-by: A\n",
    "\n  ",
    "\n\n    ",
    'Revert "',
    "Merge branch 'a'",
)


@settings(max_examples=200, deadline=None)
@given(_MESSAGES)
def test_messages_keep_their_invariants(text: str) -> None:
    check(commit.read(text, "COMMIT_EDITMSG"), text)
