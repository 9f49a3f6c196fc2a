"""What the roles of docutils and Sphinx show of their text."""

from __future__ import annotations

from functools import lru_cache

from lint.model.pattern import pattern

SHOWN = {
    **dict.fromkeys(
        (
            "sub subscript sup superscript title title-reference t abbr abbreviation ac acronym"
            " guilabel menuselection index term"
        ).split(),
        False,
    ),
    **dict.fromkeys("emphasis strong dfn".split(), True),
}
"""Roles whose text is prose, and whether it is emphasis. Of ``text <target>`` the text is shown."""

POINTING = frozenset(
    "ref doc numref any download pep pep-reference rfc rfc-reference eq issue gh cve cwe source"
    " bpo user pull pr commit wiki envvar-ref external:ref external:doc".split()
)
"""Roles of a pointer whose words the rendered page fills in, unless it has ``text <target>``."""

CITING = ("cite", "footcite")
"""How the roles of a citation key begin (``:cite:p:``, ``:footcite:t:``)."""

_CODE_ROLES = frozenset(
    "func meth class mod exc attr data const obj type member macro struct enum union var expr option envvar"
    " keyword token opcode code literal math samp file kbd command program manpage mimetype mailheader"
    " newsgroup makevar regexp raw pdbcmd py c cpp js rst".split()
)
_CODE = pattern(r"\S*[\d_(){}\[\]<>=/\\$@#%&*+:;~^|.-]\S*|(?s:.)*[_(){}\[\]<>=\\$@#|~^](?s:.)*|-.*")


@lru_cache(256)
def is_code_role(role: str) -> bool:
    """Tell whether a role, or the domain that it is of, marks code."""
    return role in _CODE_ROLES or role.partition(":")[0] in _CODE_ROLES


def is_code(text: str) -> bool:
    """Tell whether a text between single backticks is code; reST takes it for a title, most writers do not."""
    return bool(_CODE.fullmatch(text))
