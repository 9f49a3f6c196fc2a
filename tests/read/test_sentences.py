"""Where sentences end, and where a full stop ends none."""

import pytest

from lint.read import read
from lint.read.fold import fold


def sentences(text: str) -> list[str]:
    flat = fold(read(text, "a.txt"))
    return [flat.document.text[slice(*flat.source_span(*s))] for s in flat.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("The U.S. troops left. They did.", ["The U.S. troops left.", "They did."]),
        ("He moved to the U.S. The move was quick.", ["He moved to the U.S.", "The move was quick."]),
        ("It fell by 3.5 percent. Then it rose.", ["It fell by 3.5 percent.", "Then it rose."]),
        ("Mr. J. R. Smith left. He was late.", ["Mr. J. R. Smith left.", "He was late."]),
        ("George W. Bush won. So it goes.", ["George W. Bush won.", "So it goes."]),
        ("See e.g. the list. It is long.", ["See e.g. the list.", "It is long."]),
        ("“Stop.” Then it stopped.", ["“Stop.”", "Then it stopped."]),
        ('"Is it?" he asked. It was.', ['"Is it?" he asked.', "It was."]),
        ("Wait... what? Yes.", ["Wait... what?", "Yes."]),
        ("Hall et al. found it. See Fig. 3 for more.", ["Hall et al. found it.", "See Fig. 3 for more."]),
        ('"It grew. Dr. Gray saw it. He left', ['"It grew.', "Dr. Gray saw it.", "He left"]),
        ("He said, “I go. You stay. Dr. Who comes.”", ["He said, “I go.", "You stay.", "Dr. Who comes.”"]),
        ("It ran (it had rained.) Then it stood.", ["It ran (it had rained.)", "Then it stood."]),
        ("It needs tools (make, gcc, etc.) Unix has.", ["It needs tools (make, gcc, etc.) Unix has."]),
        ("They make p97. p50B binds.", ["They make p97.", "p50B binds."]),
        ("It is in main.rs. Open it.", ["It is in main.rs.", "Open it."]),
        ('"Come in. I knew." Then she sat.', ['"Come in.', 'I knew."', "Then she sat."]),
        ('It is for me." When Ada left', ['It is for me."', "When Ada left"]),
        ('He rang. "Boys, I go," he said.', ["He rang.", '"Boys, I go," he said.']),
        ('"Who goes?" "Us," they said.', ['"Who goes?"', '"Us," they said.']),
        ('"Who goes?" Ada Gray asked.', ['"Who goes?" Ada Gray asked.']),
        ('"Who goes?" Ada said, "Me."', ['"Who goes?"', 'Ada said, "Me."']),
        ('"Keep cool, Ann. We will," he said.', ['"Keep cool, Ann.', 'We will," he said.']),
        ('Latin for "the other I." It is old.', ['Latin for "the other I."', "It is old."]),
        ('"Not I," said I. He went.', ['"Not I," said I.', "He went."]),
        ("Shut cock B. Then open it.", ["Shut cock B.", "Then open it."]),
        ("See vol. 2. It is thin.", ["See vol. 2.", "It is thin."]),
        ("It is bound by the ... Accord of 1970.", ["It is bound by the ... Accord of 1970."]),
        ("Ask for 'HEAD..NEXT' and '[a...] b'.", ["Ask for 'HEAD..NEXT' and '[a...] b'."]),
        ('"Yes," said Ida. "I know."', ['"Yes," said Ida.', '"I know."']),
        ("Use it with .NET and io.Base of ~io.Raw.", ["Use it with .NET and io.Base of ~io.Raw."]),
        ("Ibn (d. 852) and (aka. Kit) and (e.g. It).", ["Ibn (d. 852) and (aka. Kit) and (e.g. It)."]),
        ("It is old. (It is in `x`.) It ran.", ["It is old.", "(It is in `x`.)", "It ran."]),
        ("He said no. Birds sang. No. 5 went.", ["He said no.", "Birds sang.", "No. 5 went."]),
        ("It has logs, etc. Tools read them.", ["It has logs, etc.", "Tools read them."]),
        ("It runs at 9 km/h. Trains run faster.", ["It runs at 9 km/h.", "Trains run faster."]),
        ("A heading with no end", ["A heading with no end"]),
        ("One wraps\nhere. Two\nwraps too.", ["One wraps\nhere.", "Two\nwraps too."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
