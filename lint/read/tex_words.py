r"""The commands and environments of LaTeX and its common packages: what each is to a reader of the page.

A command that is not here shows its arguments; one without arguments stands for something unknown (a hole).
"""

from __future__ import annotations

from lint.model.pattern import pattern

GLUED = frozenset(
    """
@ / - ! ( ) [ ] < + centering raggedright raggedleft RaggedRight noindent indent bf it rm sf sc sl em up
bfseries mdseries itshape upshape slshape scshape rmfamily sffamily normalfont normalsize tiny scriptsize
footnotesize small large Large LARGE huge Huge boldmath unboldmath selectfont protect relax leavevmode null strut
mathstrut ignorespaces unskip allowbreak nobreak xspace frenchspacing nonfrenchspacing sloppy fussy onehalfspacing
singlespacing doublespacing appendix frontmatter mainmatter backmatter pagebreak nopagebreak samepage hfill hfil vfil
hrulefill dotfill hss null hline toprule midrule bottomrule endhead endfirsthead endfoot endlastfoot fi else or if
iftrue ifpdf makeatletter makeatother begingroup endgroup bgroup egroup global long outer upshape smallskip medskip
bigskip vfill  displaystyle textstyle obeylines obeyspaces linebreak nolinebreak  pause onecolumn flushbottom
raggedbottom titlepage  balance   FloatBarrier em upshape
 doublespace singlespace blacktriangleright  arraybackslash rowfont smash
   null  noopsort     phantomsection nonumber
notag qedhere qed justifying tightlist   unspace  raggedcolumns
""".split()
)
"""Commands that show nothing and have no argument: declarations of type, layout and grouping."""

BREAKS = (
    dict.fromkeys(
        """
par maketitle tableofcontents listoffigures listoftables newpage clearpage cleardoublepage pagebreak chapterbreak
smallskip medskip bigskip vfill printindex printbibliography frontmatter mainmatter backmatter appendix titlepage
printglossary printglossaries printacronyms columnbreak bigbreak medbreak smallbreak goodbreak endgraf parbreak
makecover maketitlepage frontpage lstlistoflistings listofalgorithms newslide endinput hrule dinkus
""".split(),
        0,
    )
    | dict.fromkeys("vspace addvspace bibliography include input subfile bibliographystyle".split(), 1)
    | dict.fromkeys("import subimport addcontentsline".split(), 3)
)
"""Commands that end the paragraph, and how many arguments they have that nobody reads."""

_UNSEEN = {
    1: """label index sindex glsadd pagestyle thispagestyle pagenumbering bibliographystyle hypersetup captionsetup
usepackage RequirePackage documentclass documentstyle PassOptionsToPackage geometry graphicspath usetheme usecolortheme
usefonttheme useinnertheme useoutertheme usetikzlibrary pgfplotsset tikzset lstset sisetup setlist includeonly
newcounter stepcounter refstepcounter newlength newsavebox newif newwrite newtheoremstyle theoremstyle tcbset tcbuselibrary
phantom hphantom vphantom cline cmidrule  columncolor rowcolor cellcolor  color pagecolor normalcolor
selectcolormodel  linespread hyphenation patterns   glsresetall  addbibresource nocite
setstretch ProvidesPackage ProvidesClass write special pdfinfo  markright
setcitestyle setdefaultlanguage setmainlanguage setotherlanguage setotherlanguages setmainfont setsansfont setmonofont
FPeval typeout message DisableLigatures microtypesetup graphicspath listfiles  bookmarksetup
externaldocument institute affiliation affil author date email address  orcid emailAdd thanksref ead subjclass
acmDOI acmISBN  acmYear ccsdesc journal volume pagerange corref fnref inst tnoteref beamertemplatenavigationsymbolsempty
 linenumbers  titlerunning authorrunning tocauthor toctitle shorttitle shortauthor
logo pubyear runninghead fancyhf fancyhead fancyfoot lhead chead rhead lfoot cfoot rfoot  VerbatimInput
verbatiminput lstinputlisting   DeclareGraphicsExtensions  bibinfo
 pdfoutput MakeShortVerb DeleteShortVerb DefineShortVerb SaveVerb UndefineShortVerb theendnotes  """,
    2: """setlength addtolength setcounter addtocounter settowidth settoheight newtheorem renewtheorem numberwithin
counterwithin counterwithout markboth rule  fontsize colorlet  DeclareMathOperator setbeamertemplate
setbeamercolor setbeamerfont setbeamersize  addtobeamertemplate pdfbookmark crefname Crefname
newcolumntype  newglossaryentry newunicodechar DeclareUnicodeCharacter sbox savebox pgfmathsetmacro rowcolors
lstdefinestyle lstdefinelanguage setkomafont addtokomafont  AtBeginEnvironment AtEndEnvironment newtcolorbox
DeclareFieldFormat    acmConference inputminted SetupFloatingEnvironment
setfnsymbol  newtcblisting  newacro acrodef   setmintedinline""",
    3: """definecolor newacronym titlespacing DeclarePairedDelimiter addcontentsline newabbreviation newlist
       definecolor""",
    5: "titleformat patchcmd DeclareFontShape DeclareMathSymbol  newtcbtheorem",
}
UNSEEN = {name: count for count, names in _UNSEEN.items() for name in names.split() if name[-1] != "@"}
"""Commands whose arguments nobody reads, and how many of them there are; they leave no trace on the page."""

HOLES = dict.fromkeys(
    """
includegraphics includesvg includepdf includestandalone tikz pgfimage ensuremath math si unit ang  ce chemfig
qrcode includemedia movie gls glspl Gls Glspl  ac acp acs acl acf Ac acrshort acrlong acrfull glsentrytext
printbibheading usebox value arabic roman Roman alph Alph fnsymbol thepage today hologo includeslide logopic
mintpy  glsxtrshort glsxtrlong glsxtrfull inputlineno fontawesomeicon faicon faIcon  ding
 chemical isotope DTMdate DTMToday directlua luaexec sagestr py sympy pgfuseimage ipa textipa textgreek textcyrillic
textarabic texthebrew textbengali texthindi textthai textrussian textgerman textfrench textspanish textitalian
""".split(),
    1,
) | {"rule": 2, "pyfilename": 0, "today": 0, "thepage": 0, "raisetag": 1, "inputlineno": 0}
"""Commands that put something into the line that is no word, and how many arguments they have."""

CODE = frozenset(
    """
texttt code cmd cs csname command env environ  file filename pathname option macro  samp kbd lstinline
mintinline verb path   lit cls sty    dir directory func   var param
pythoninline rinline Verb spverb fakeverb cverb Sexpr inlinecode codeinline codefont ctt mono progcode
mintedinline js   meta marg oarg parg cn  bashinline ltxcommand DescribeMacro DescribeEnv opt texcode textcode
""".split()
)
"""Commands whose argument is code."""

EMPHASIS = frozenset(
    "emph textbf textit textsl alert underline uline uuline strong em bemph structure".split()
)
SHOWN = dict.fromkeys(
    """
textsc textrm textsf textmd textup textnormal textlf textulc textsw mbox makebox fbox framebox hbox vbox text
  textsuperscript textsubscript sout xout so ul hl MakeUppercase MakeLowercase uppercase lowercase NoCaseChange
pkg proglang dfn term keyword person name  only onslide uncover visible   centerline leftline rightline
llap rlap smash shortstack makecell thead num numlist intertext abstract keywords keyword dedication  nohyphens
textlatin textenglish english   ensuretext
addtext acknowledgments acknowledgements highlight  glossterm acro ltxclass
""".split(),
    0,
) | {
    **dict.fromkeys(
        "textcolor colorbox parbox raisebox scalebox rotatebox hyperlink hypertarget hyperref foreignquote".split(),
        1,
    ),
    **dict.fromkeys("fcolorbox resizebox multicolumn multirow adjustbox minibox".split(), 2),
    "hyperref": 0,
    "adjustbox": 1,
}
"""Commands whose last argument is prose, and how many come before it."""
THEN = {"texorpdfstring": -1, "SI": 1, "qty": 1, "SIrange": 2, "numrange": 1, "textSI": 1}
"""Commands whose first argument is seen, and how many come after it that are not words; below 0, not seen at all."""

HEADINGS = {
    **dict.fromkeys("part chapter addpart addchap title chapterstar".split(), 1),
    **dict.fromkeys("section addsec subtitle frametitle lecture  mainsection".split(), 2),
    **dict.fromkeys("subsection framesubtitle addsubsec minisec cvsection".split(), 3),
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
    "subsubparagraph": 6,
}
BLOCKS = {
    "caption": 0,
    "subcaption": 0,
    "captionof": 1,
    "captionabove": 0,
    "captionbelow": 0,
    "subcaptionbox": 0,
    "epigraph": 0,
    "dictum": 0,
    "tablecaption": 0,
    "topcaption": 0,
    "bottomcaption": 0,
}
"""Commands whose argument is a paragraph of its own, and how many come before it."""
NOTES = frozenset(
    "footnote footnotetext endnote endnotetext thanks marginpar marginnote sidenote sidenotetext tablefootnote pagenote"
    " tnote  ledsidenote footnoteA footnoteB Afootnote Bfootnote Aendnote Bendnote dagnote".split()
)
"""Commands whose argument is a note; those that the text refers to by a number are ``NUMBERED``."""
NUMBERED = NOTES - {
    "footnotetext",
    "endnotetext",
    "sidenotetext",
    "thanks",
    "marginpar",
    "marginnote",
    "dagnote",
}
QUOTES = dict.fromkeys(
    "enquote textquote textcquote blockquote blockcquote q quo qt dq".split(), "“”"
) | dict.fromkeys("sq squote singlequote enquotesingle".split(), "‘’")
"""Commands that put quotation marks around their argument."""
KEYED = frozenset(("textcquote", "blockcquote", "foreigntextcquote"))
"""Those that name their source, in an argument before."""

DEFINING = (
    "newcommand renewcommand providecommand DeclareRobustCommand def gdef edef xdef let newenvironment renewenvironment"
    " NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand NewDocumentEnvironment"
).split()
"""Commands that define others."""

ENGLISH = frozenset("english american british australian canadian newzealand usenglish ukenglish en".split())
LANGUAGES = frozenset(
    """
afrikaans albanian arabic armenian basque belarusian bengali brazil brazilian breton bulgarian catalan croatian czech danish
dutch esperanto estonian farsi finnish french francais frenchb galician georgian german germanb ngerman austrian naustrian
greek polutonikogreek hebrew hindi hungarian magyar icelandic indonesian bahasa irish gaelic italian japanese korean chinese kurmanji latin
latvian lithuanian macedonian malay mongolian marathi norsk norwegian nynorsk occitan persian piedmontese polish polutoniko
portuguese portuges romanian romansh russian samin sanskrit scottish serbian serbianc slovak slovene slovenian spanish swedish
swissgerman nswissgerman syriac tamil telugu thai tibetan turkish turkmen ukrainian urdu vietnamese welsh castilian acadian
""".split()
)

MATHS = frozenset(
    "equation align gather multline eqnarray displaymath math alignat flalign  dmath dgroup xalignat xxalignat"
    " gathered aligned split cases array matrix pmatrix bmatrix vmatrix Vmatrix smallmatrix IEEEeqnarray dseries darray"
    " empheq prooftree mathpar reaction".split()
)
"""Environments of formulas: holes in the sentence around them."""
RAW = frozenset(
    "verbatim lstlisting minted Verbatim BVerbatim LVerbatim SaveVerbatim alltt filecontents luacode luacodestar asy"
    " sageblock sagesilent pycode pyblock python tcblisting Sinput Soutput Schunk CodeInput CodeOutput CodeChunk Code"
    " Highlighting Shaded semiverbatim spverbatim verbatimtab verbatimwrite boxedverbatim  lstbox ltxexample"
    " LTXexample  texexample codeexample sourcecode rcode jlcode console bash cmdline listinglines rawhtml"
    " htmlonly  examplecode vbtm  PseudoCode macrocode egcode".split()
)
"""Environments whose text is code; nothing in them is a command."""
RAW_NAME = pattern(r"[A-Za-z]*(?:[cC]ode|[vV]erbatim|[lL]isting)")
"""Names of environments, unknown themselves, of which the same is true."""
DRAWN = frozenset(
    "tikzpicture pgfpicture picture algorithm algorithmic algorithm2e pspicture forest tikzcd axis scope CD asydef"
    " circuitikz chronology feynman feynmandiagram fmffile fmfgraph music abc lilypond knitrout overpic pgfonlayer"
    " psgraph bytefield sequencediagram  ganttchart comment CCSXML filecontents tikz luatexcode dot2tex neato"
    "  lrbox   pseudocode algo   smallverbatim".split()
)
"""Environments of drawings, programs and what is left out."""
LISTS = frozenset(
    "itemize enumerate description list trivlist compactitem compactenum compactdesc asparaenum asparaitem inparaenum"
    " inparaitem easylist labeling tasks multienum questions parts choices checkboxes oneparchoices etaremune dinglist"
    " asparadesc inlinelist itemize* enumerate* ltxitem outline exe xlist shortenumerate cvitems".split()
)
QUOTED = frozenset(
    "quote quotation displayquote displaycquote verse blockquote foreigndisplayquote foreignquote poem".split()
)
TABLES = {
    **dict.fromkeys(
        "tabular  longtable supertabular mpsupertabular xtabular tabu tblr longtblr talltblr longtabu tabbing".split(),
        1,
    ),
    **dict.fromkeys(
        "tabular* tabularx tabulary tabularht xltabular ltabulary supertabular* tabularray".split(), 2
    ),
    "NiceTabular": 1,
    "tabbing": 0,
}
"""Environments of cells, and how many arguments lay them out."""
FLOATS = frozenset(
    "figure table wrapfigure wraptable sidewaysfigure sidewaystable subfigure subtable floatingfigure SCfigure SCtable"
    " marginfigure margintable teaserfigure listing program longlisting algofloat threeparttable measuredfigure".split()
)
"""Environments that are put elsewhere: the sentence around them goes on."""
TITLED = frozenset(
    """
frame block alertblock exampleblock theorem lemma corollary proposition conjecture definition example remark note proof
claim fact axiom exercise problem solution question answer observation assumption hypothesis notation property case
warning tip important info box tcolorbox mdframed postulate condition criterion principle summary result thm lem cor prop defn
defi definizione rem ex proofs prf exmp boxed colorboxed
""".split()
)
"""Environments whose option or argument is a title that is read."""
LAID = dict.fromkeys(
    "minipage multicols multicols* adjustbox spacing adjustwidth wrapfig varwidth textblock".split(), 1
) | {
    "adjustwidth": 2,
    "wrapfigure": 2,
    "wraptable": 2,
    "list": 2,
    "thebibliography": 1,
    "labeling": 1,
    "displaycquote": 1,
    "foreigndisplayquote": 1,
    "floatingfigure": 1,
    "otherlanguage": 1,
    "subfigure": 1,
    "subtable": 1,
    "CJK": 2,
    "CJK*": 2,
    "letter": 1,
    "cvitems": 0,
}
"""Environments that have arguments of layout, and how many."""

MATHS_NAME = pattern(r"(?:math|sym|big|Big|left|right|var|up|eq)[A-Za-z]*")
UNREAD_NAME = pattern(
    r"(?:set|new|renew|provide|define|declare|Declare|use|load|require|Require|pgf|tikz|hyper|lst|tcb|add(?:to)?|At[A-Z]|ifthen"
    r"|input|include|print|make|print|bib|page|ps|graph|color|font|line|skip|write|read|open|close|count|dimen|toks|edef|xdef"
    r"|New|Renew|Provide|Set|Add|Use|Load|Define|patch|app|pre|force|bxr)[A-Za-z@]*"
    r"|[A-Za-z@]*(?:ref|label|index|skip|width|height|length|depth|style|counter|color|page|graphics?|@[A-Za-z@]*)"
)
"""Names of commands, unknown themselves, that take what nobody reads."""
