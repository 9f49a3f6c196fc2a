"""Any text gives a document of reStructuredText that keeps its invariants."""

from __future__ import annotations

from documents import check, texts
from hypothesis import given, settings

from lint.read import rest

_MARKUP = """
* ** _ __ ` `` ``` | || \\ \\* [ ] [1] [1]_ [#a]_ [*]_ [Key]_ name_ name__ `a`_ `a`__ `a<b>`_ `a_`_ _`t` |s| |s|_ :ref:`a` `a`:sub:
:cite:`k` :math:`x` :f: :f:`a<b>` < > <b> - + * • 1. a) (i) #. 2) mild. :: .. ... .. _ .. __: __ --- -- — == === ==== ~~~ ^^^ > >>> | /V
-a --long=x , : +--+--+ | +==+==+ +--+ |a|b| ==== ==== -- .. note:: .. code:: .. x:: .. |s| replace:: :name: :x: PEP: 8 \u3000
"""
_STARTS = (
    "\n- ",
    "\n  ",
    "\n    ",
    "\n\t",
    "\n\n",
    "\n.. note:: ",
    "\n.. code::\n\n   ",
    "\n.. list-table:: t\n   :widths: 1\n\n   * - ",
    '\n.. csv-table::\n\n   "a", b\n   ',
    "\n.. py:function:: f\n\n   ",
    "\n.. [1] ",
    "\n.. _n: ",
    "\n.. ",
    "\nTitle\n=====\n",
    "\n====\nT\n====\n",
    "\n+---+---+\n| a | b |\n+---+---+\n",
    "\n===  ===\na    b\n===  ===\n",
    "\n| ",
    "\n:f: ",
    "\n-a  ",
    "\nterm\n  ",
    "a::\n\n",
)


@settings(max_examples=400, deadline=None)
@given(texts(_MARKUP, *_STARTS))
def test_any_text_keeps_the_invariants(text: str) -> None:
    check(rest.read(text, "a.rst"), text)
