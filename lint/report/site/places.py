"""Where the pages of a report are, and how one leads to another: in a folder, or all in one file."""

from __future__ import annotations

from hashlib import blake2b

from lint.model.typed import NamedTuple
from lint.report.markup import Markup, anchor_of, element


def page_of(known_by: str, nth: int = 1) -> str:
    """Return what the page of a text is called: the same in every run, as it depends on nothing but the text's id."""
    told = f"{known_by}\0{nth}" if nth > 1 else known_by
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=7).hexdigest()


def file_of_text(page: str) -> str:
    """Return the path of a text's page in the folder; no folder holds all of them."""
    return f"texts/{page[:2]}/{page[2:]}.html"


def file_of_rule(rule: str) -> str:
    """Return the path of a rule's page in the folder."""
    return f"rules/{anchor_of(rule).replace(':', '_').replace('~', '_')}.html"


class Places(NamedTuple):
    """Links as a page of the folder has them, ``root`` being the way up to its top; or as the one file has them."""

    root: str = ""
    whole: bool = False
    pages: frozenset[str] = frozenset()
    """The texts that the one file holds."""

    def top(self, name: str, asked: str = "") -> str:
        """Return the address of ``index``, ``texts`` or ``rules``; ``asked`` is what the table of texts shall show."""
        if self.whole:
            return f"#{name}{asked and '?'}{asked}"
        return f"{self.root}{name}.html{asked and f'#{name}?'}{asked}"

    def text(self, page: str, place: str = "") -> str:
        """Return the address of a text, or of a place in it such as ``L12``; of one that is left out, the table of texts."""
        if self.whole:
            if page not in self.pages:
                return "#texts"
            return f"#t{page}{place and ':'}{place}"
        return f"{self.root}{file_of_text(page)}{place and '#'}{place}"

    def rule(self, rule: str) -> str:
        """Return the address of a rule's page."""
        return f"#rule:{anchor_of(rule)}" if self.whole else self.root + file_of_rule(rule)

    def inside(self, page: str) -> str:
        """Return what the names of places in a text begin with."""
        return f"t{page}:" if self.whole else ""


def leading(address: str, /, *children: str, **attributes: str | int | bool | None) -> Markup:
    """Return a link to another of our pages. Raises ValueError for an address that leads elsewhere."""
    before = address.partition("#")[0]
    if ":" in before or before.startswith("/") or "\\" in before:
        raise ValueError(f"not an address of ours: {address!r}")
    return element("a", *children, href=address, **attributes)
