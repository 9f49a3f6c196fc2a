"""The usual bands of the scorecard: ``python bench/usual.py PROFILE PATHS…`` over texts of one kind.

Prints, for hedges and boosters per 1,000 words, the rates below which a tenth, half and nine tenths of the texts lie:
the first and the last are the band that a profile's ``[usual]`` table holds. Texts of under 200 words are left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lint import api
from lint.model.settings import Settings

_LEAST_WORDS = 200
_SHARES = (0.1, 0.5, 0.9)


def rates(profile: str, paths: list[str]) -> dict[str, list[float]]:
    """Return the rates of each text that is long enough, in order of size."""
    found: dict[str, list[float]] = {"hedges": [], "boosters": []}
    settings = Settings(profile=profile, select=("readability/long-sentence",), score=True)
    for path in paths:
        text = Path(path).read_text("utf-8", errors="replace")
        (file,) = api.check_text(text, name=path, settings=settings).files
        if file.score and file.words >= _LEAST_WORDS:
            for key, values in found.items():
                values.append(file.score["per_1000_words"][key])
    return {key: sorted(values) for key, values in found.items()}


def main() -> None:
    """Print one line for each rate."""
    profile, *paths = sys.argv[1:]
    for key, values in rates(profile, paths).items():
        at = [values[int(share * (len(values) - 1))] for share in _SHARES] if values else []
        print(
            f"{key:10} {len(values)} texts  "
            + "  ".join(f"{s:.0%}: {v:.1f}" for s, v in zip(_SHARES, at, strict=False))
        )


if __name__ == "__main__":
    main()
