"""The colours of our pages, by light and by dark: each pair of text and ground is at least 4.5 to 1 apart."""

from __future__ import annotations

_LIGHT = {
    "paper": "#faf8f3",
    "card": "#ffffff",
    "ink": "#1d1b18",
    "soft": "#5f5a52",
    "rule": "#e2dccf",
    "link": "#1c4f80",
    "pen": "#a3231a",
    "error": "#a3231a",
    "error-ground": "#fbe3df",
    "warning": "#7d4e00",
    "warning-ground": "#fcedc9",
    "warning-bar": "#c98a12",
    "suggestion": "#1f5a8c",
    "suggestion-ground": "#ddeaf7",
    "good": "#2c6a37",
}
_DARK = {
    "paper": "#161513",
    "card": "#1f1e1b",
    "ink": "#ece7dd",
    "soft": "#aaa396",
    "rule": "#38352f",
    "link": "#8fc0ee",
    "pen": "#ff9d92",
    "error": "#ff9d92",
    "error-ground": "#52231f",
    "warning": "#efc060",
    "warning-ground": "#4a380f",
    "warning-bar": "#efc060",
    "suggestion": "#8fc0ee",
    "suggestion-ground": "#1d3a56",
    "good": "#8fd19b",
}


def colours() -> str:
    """Return the style sheet that gives each colour its name, such as ``var(--ink)``, as the reader's device is set."""
    return (
        f":root{{color-scheme:light dark;{_named(_LIGHT)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_named(_DARK)}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{_named(_LIGHT)}}}}}\n"
    )


def _named(table: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in table.items())
