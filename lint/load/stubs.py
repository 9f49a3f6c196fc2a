"""What the file of a new rule says: a small rule that works, to be changed line by line."""

from __future__ import annotations

_HEAD = """\
# {group}/{name}: the path is the rule's name. It should read as "allow …": name what is wrong, not the cure.
# Every line below can be changed. Then: whosays test {pack}
# The whole list of keys: docs/rules.md, or look at a built-in rule with `whosays explain`.

"""

_PHRASE = """\
kind = "phrase"

# The words to look for. Case, line breaks and curly quotes do not matter; word forms do, so list them all.
phrases = ["at this moment in time", "at this point in time"]

# One line of the report, and what to ask the writer.
summary = "A long way to say now"
question = "Can it be 'now', or nothing at all?"

# "suggestion", "warning" (makes a check fail) or "error".
severity = "suggestion"

# How often an editor would agree, from 0 to 1. Below 0.5 nothing is shown unless asked for with --min-confidence.
prior = 0.8

# Places where the words are innocent: `whosays explain exemptions` lists them. "quoted" and "mention" always count.
exempt = ["question"]

why = \"\"\"
Why a reader is better off without it, in two sentences that you would say to a colleague.
\"\"\"

# Examples are tests. >> and << mark exactly what is to be found. Two of each kind at least; four are better.
"""

_PHRASE_EXAMPLES = """\
[[bad]]
text = ">>At this moment in time<< the road is closed."

[[bad]]
text = "The road is closed >>at this point in time<<."

[[good]]
text = "The road is closed now."

[[good]]
text = "“At this point in time I cannot say,” she answered."
why = "a speaker's own words"
"""

_FRAME = """\
kind = "frame"

# A row of slots: classes of words in braces, choices in brackets, ? for what may be missing. The slot with ! sets it off.
# The grammar: docs/frames.md. The word classes: rules/lexicons/, and lexicons/ in this pack.
frames = [
    "{{agent.expert.pl}}! {{adverb}}? (will | would) tell you",
]

# One line of the report, and what to ask the writer. {{agent}} stands for the words that set the rule off.
summary = "Unnamed people vouch for a claim"
question = "Which {{agent}}, and where did they say it?"

# What the claim owes its reader, the chief thing first, and what would answer, in words: with the latter, names,
# citations and figures nearby are weighed, and may answer before anything is asked. See docs/evidence.md.
obligation = ["who"]
looked_for = "a name or a citation beside it"

# "suggestion", "warning" (makes a check fail) or "error".
severity = "warning"

# How often an editor would agree, from 0 to 1. Below 0.5 nothing is shown unless asked for with --min-confidence.
prior = 0.8

# Places where the words are innocent: `whosays explain exemptions` lists them. "quoted" and "mention" always count.
exempt = ["question", "condition"]

why = \"\"\"
Why a reader is better off with an answer, in two sentences that you would say to a colleague.
\"\"\"

# Examples are tests. >> and << mark exactly what is to be found. Two of each kind at least; four are better.
"""

_FRAME_EXAMPLES = """\
[[bad]]
text = ">>Experts will tell you<< that tea is best drunk hot."

[[bad]]
text = "Tea is best drunk hot, as >>analysts would tell you<<."

[[good]]
text = "Mei Tan, who tastes tea for Norbank, will tell you that it is best drunk hot."
why = "somebody with a name"

[[good]]
text = "If experts will tell you, ask them."
why = "a case supposed"
"""

STUBS = {
    "phrase": f"{_HEAD}{_PHRASE}\n{_PHRASE_EXAMPLES}",
    "frame": f"{_HEAD}{_FRAME}\n{_FRAME_EXAMPLES}",
}
"""The text of a new rule file by kind, with ``{name}``, ``{group}`` and ``{pack}`` to be filled in."""
