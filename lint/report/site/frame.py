"""What each page has around what it tells: head, policy, ways to the others, foot."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from lint import __version__
from lint.report.markup import NOTHING, Markup, element
from lint.report.page_style import STYLE
from lint.report.palette import colours
from lint.report.site.places import Places, leading
from lint.report.site.script import SCRIPT
from lint.report.site.style import SITE_STYLE

STYLE_FILE, SCRIPT_FILE = "style.css", "script.js"
_TOPS = (("index", "Overview"), ("texts", "Texts"), ("rules", "Rules"))


class Page:
    """The parts of a page: its title, what stands above, and what it tells."""

    def __init__(self, title: str, header: Iterable[str], main: Iterable[str], here: str = "") -> None:
        """Keep the parts; ``here`` is the name of one of the three main pages."""
        self.title, self.header, self.main, self.here = title, tuple(header), tuple(main), here


def style() -> str:
    """Return the style sheet of all pages."""
    return colours() + STYLE + SITE_STYLE


def page_file(page: Page, places: Places) -> str:
    """Return a page of the folder. Its policy lets it have the folder's style and script, and nothing else."""
    head = element("link", rel="stylesheet", href=places.root + STYLE_FILE)
    foot = element("script", src=places.root + SCRIPT_FILE)
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
    body = (_ways(places, page.here), *_told(page))
    return _document(page.title, policy, head, (*body, foot))


def one_file(title: str, views: Iterable[tuple[str, Page]], places: Places) -> str:
    """Return all pages as views of one file, each with its name. The script shows one at a time."""
    css = Markup(style())
    policy = (
        f"default-src 'none'; style-src {_hashed(css)}; script-src {_hashed(SCRIPT)}; "
        "base-uri 'none'; form-action 'none'"
    )
    body = [
        element("div", *_told(page, level="div"), class_="view", id=name, data_title=page.title, tabindex=-1)
        for name, page in views
    ]
    script = element("script", Markup(SCRIPT))
    return _document(
        title,
        policy,
        element("style", css),
        (_ways(places, ""), element("main", *body, class_="views"), script),
    )


def _document(title: str, policy: str, style: Markup, body: Iterable[str]) -> str:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"whosays {__version__}"),
        element("title", f"{title} · whosays"),
        style,
    )
    return f"<!doctype html>\n{element('html', head, element('body', *body), lang='en')}\n"


def _told(page: Page, level: str = "main") -> tuple[Markup, ...]:
    foot = element("p", f"Written by whosays {__version__}. No text left the machine.")
    if level == "main":
        body = element("main", *page.main, id="content", tabindex=-1)
        return element("header", *page.header), body, element("footer", foot)
    return element("div", *page.header, class_="header"), element("div", *page.main, class_="main")


def _ways(places: Places, here: str) -> Markup:
    links = [
        leading(places.top(name), label, aria_current="page" if name == here else None)
        for name, label in _TOPS
    ]
    skip = NOTHING if places.whole else leading("#content", "To the content", class_="skip")
    return element(
        "nav",
        skip,
        element("div", element("span", "Who says?", class_="brand"), *links),
        aria_label="Report",
        class_="ways",
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
