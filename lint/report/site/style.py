"""The style sheet of a report's pages, after that of all pages: wide margins, few lines, colour where it means something."""

from __future__ import annotations

SITE_STYLE = """
:root{--heat:196,66,28;--h1:rgba(var(--heat),.07);--h2:rgba(var(--heat),.13);--h3:rgba(var(--heat),.21)}
@media (prefers-color-scheme:dark){:root{--heat:255,138,92;--h1:rgba(var(--heat),.1);--h2:rgba(var(--heat),.17);--h3:rgba(var(--heat),.25)}}
html{scroll-padding-top:4rem}
.ways{border-bottom:1px solid var(--rule)}
.ways>div,header,main,footer,.header,.main{max-width:72rem;margin:0 auto;padding-left:1.5rem;padding-right:1.5rem}
.ways>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-top:.8rem;padding-bottom:.7rem}
.ways .brand{margin-right:auto}
.ways a:not(.skip){color:var(--ink);text-decoration:none;padding:.2rem 0;border-bottom:2px solid transparent}
.ways a:hover{border-color:var(--rule)}
.ways a[aria-current]{border-color:var(--pen)}
header,.header{padding-top:2.75rem;padding-bottom:1.25rem}
main:focus,.view:focus{outline:none}
.kicker,.back{color:var(--soft);font-size:.9375rem}
.back a{color:var(--soft);text-decoration:none}
.back a:hover{text-decoration:underline}
h1{overflow-wrap:anywhere;max-width:22em}
main h2,.main h2{font-size:1.5rem;margin-bottom:.35rem}
section{margin-top:3.5rem}
.lede{font:1.1875rem/1.5 var(--serif);max-width:40em}
.aside{color:var(--soft);font-size:.9375rem;font-weight:400;font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.byline{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;color:var(--ink);margin-bottom:.75rem}
.path{color:var(--soft);font-size:.875rem;overflow-wrap:anywhere}
.problem{color:var(--error)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.5rem 2.5rem;margin-top:1.25rem;padding:1.5rem 0;
border-top:2px solid var(--ink);border-bottom:1px solid var(--rule)}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{font:600 2.5rem/1.1 var(--serif);font-variant-numeric:lining-nums}
.figures dt{color:var(--soft);font-size:.9375rem;line-height:1.35;margin-top:.25rem}
.columns{display:grid;gap:2.5rem 4rem;margin-top:1.25rem;align-items:start}
.columns>*{min-width:0}
.stacked{display:grid;gap:2.5rem}
caption .aside{font-size:.875rem}
rect.plain{fill:var(--soft)}rect.good,rect.named{fill:var(--good)}rect.role{fill:var(--suggestion)}
rect.unnamed{fill:var(--warning-bar)}rect.impersonal{fill:var(--error)}
.aim{color:var(--good);font-weight:600;font-size:.8125rem}
.spots,.extracts{list-style:none;padding:0;margin-top:1rem}
.spots li{display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:1rem;padding:.95rem 0;border-top:1px solid var(--rule);max-width:54rem}
.spots p:first-child,.extracts p:first-child{margin-bottom:.15rem;font:1.125rem/1.5 var(--serif);overflow-wrap:anywhere}
.spots a,.extracts a{color:var(--ink);text-decoration:none}
.spots a:hover,.extracts a:hover{text-decoration:underline;text-decoration-color:var(--soft);text-decoration-thickness:1px}
.score{align-self:start;text-align:center;border-radius:.25rem;padding:.15rem 0;font-weight:600;font-variant-numeric:tabular-nums}
.asks{color:var(--pen);font:italic 1rem/1.4 var(--serif)}
.extracts li{padding:.8rem 0;border-top:1px solid var(--rule);max-width:54rem}
.extracts mark{background:none;border-bottom:2px solid var(--pen)}
.trend figcaption{color:var(--soft);font-size:.9375rem}
.plot svg{display:block;width:100%;height:9rem;margin-top:.5rem}
.plot path{fill:none;stroke-linecap:round;stroke-linejoin:round}
.ground{stroke:var(--rule);stroke-width:1}.line{stroke-width:2}path.line{stroke:var(--pen)}.dots{stroke:var(--pen);stroke-width:8}
.ends{display:flex;justify-content:space-between;color:var(--soft);font-size:.9375rem;margin-top:.25rem}
.ends b{color:var(--ink);font:600 1.125rem var(--serif)}
.wide{overflow-x:auto}
.facts{display:grid;gap:.4rem 1.5rem;margin-top:.5rem}
.facts dt{color:var(--soft)}
.facts dd{overflow-wrap:anywhere;max-width:40em}
.unchecked ul{padding-left:1.1rem}
.last{padding-top:1.5rem;border-top:1px solid var(--rule)}
.last h2{font-size:1.125rem}
.by{display:block;color:var(--soft);font-size:.875rem;font-weight:400}
.sieve{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem 1rem;align-items:end;padding:1rem 0 1.5rem}
.sieve label{display:grid;gap:.2rem;color:var(--soft);font-size:.8125rem}
.sieve input,.sieve select,button{font:inherit;font-size:1rem;color:var(--ink);background:var(--card);border:1px solid var(--soft);
border-radius:.3rem;padding:.35rem .5rem;min-height:2.3rem;min-width:0;width:100%}
button{cursor:pointer;width:auto;white-space:nowrap}
button[disabled]{color:var(--soft);border-color:var(--rule);cursor:default}
.texts thead button{border:0;background:none;padding:0;min-height:0;font-size:.8125rem;color:var(--soft);width:auto}
.texts thead [aria-sort] button{color:var(--ink);font-weight:600}
.texts tbody tr:hover{background:var(--card)}
.texts tbody th a{color:var(--ink);text-decoration:none;font:1.0625rem/1.35 var(--serif)}
.texts tbody th a:hover{text-decoration:underline}
.texts .date{white-space:nowrap}
.texts .problem{margin-left:.5rem;font-size:.8125rem}
.hard{color:var(--warning);font-weight:600}
.pager{display:flex;gap:1rem;align-items:center;justify-content:space-between;padding:1.25rem 0;color:var(--soft)}
.many{columns:16rem;padding-left:1.1rem;margin-top:.5rem;font-size:.9375rem}
.question{font:italic 1.5rem/1.35 var(--serif);color:var(--pen);max-width:30em;margin-bottom:.75rem}
.reasons{max-width:44rem;margin-top:1.5rem}
.reasons p{margin-bottom:.75rem;font:1.0625rem/1.6 var(--serif)}
.steps{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;background:var(--paper);
border-top:2px solid var(--ink);border-bottom:1px solid var(--rule);padding:.5rem 0;color:var(--soft);font-size:.9375rem}
.steps button{min-height:2rem;padding:.15rem .6rem;font-size:.9375rem}
.steps output{min-width:8.5rem;margin-right:auto}
.legend span{padding:.1rem .4rem;color:var(--ink);font-size:.8125rem}
.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}
.cool .line .h1,.cool .line .h2,.cool .line .h3{background:none}
kbd{font:.8125rem ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;border:1px solid var(--rule);border-radius:.2rem;padding:0 .3rem}
.source{margin-top:1.75rem}
.about{margin-top:1.75rem}
.whole{display:grid;gap:1rem 2rem;margin-top:.75rem}
.block{display:grid;gap:.25rem 2.5rem}
.row{display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:0 .9rem}
.row.empty{min-height:.85rem}
.row.empty .no{visibility:hidden;line-height:.85rem}
.row .no{text-decoration:none;line-height:1.9rem}
.row .line{font:1.125rem/1.7 var(--serif)}
.row:target .no{color:var(--pen);font-weight:700}
.row:target .line{box-shadow:-.9rem 0 var(--paper),-1.1rem 0 var(--pen)}
.beside .src{box-shadow:inset 2px 0 var(--rule)}
.source mark,.extracts mark{padding:.05em 0;scroll-margin:6rem}
mark.error{background:var(--error-ground);border-color:var(--error)}
mark.warning{background:var(--warning-ground);border-color:var(--warning-bar)}
mark.suggestion{background:none;border-color:var(--suggestion)}
mark.long{background:none;border-bottom-width:1px;border-bottom-style:dotted}
mark.several{border-bottom-style:double;border-bottom-width:4px}
mark.on{outline:2px solid var(--pen);outline-offset:1px}
.at:target mark{outline:2px solid var(--pen);outline-offset:1px}
.seen{border-bottom:2px dotted var(--good)}
.margin{display:grid;gap:.7rem;align-content:start;padding:.35rem 0 .6rem}
.note{padding-left:.8rem;border-left-width:2px}
.note.error{border-color:var(--error)}.note.warning{border-color:var(--warning-bar)}.note.suggestion{border-color:var(--suggestion)}
.note h3{font-size:1.0625rem}
.note h3 a{text-decoration:none}
.note.on{background:var(--card);box-shadow:-.2rem 0 var(--pen)}
.num{display:inline-block;min-width:1.25rem;font:600 .8125rem system-ui,sans-serif;font-style:normal;color:var(--soft)}
.note summary{font-size:.8125rem;color:var(--soft);padding:.1rem 0}
.note dl{font-size:.875rem}
.at::before{content:attr(data-n);font:600 .625rem system-ui,sans-serif;vertical-align:super;color:var(--soft);margin-right:.1em;user-select:none}
.front .line{font:.875rem/1.6 system-ui,sans-serif;color:var(--soft)}
.front .no{line-height:1.6}
.gap{color:var(--soft);font-size:.9375rem;padding:1rem 0;text-align:center}
.scorecard{border-top:1px solid var(--rule);padding-top:2rem}
.scorecard .overview{margin-top:1rem}
main.views{max-width:none;padding:0}
@media (min-width:40rem){.facts{grid-template-columns:minmax(9rem,14rem) minmax(0,1fr)}}
@media (min-width:56rem){.columns{grid-template-columns:repeat(2,minmax(0,1fr))}.whole{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (min-width:60rem){
.block{grid-template-columns:minmax(0,44rem) minmax(14rem,1fr)}
.texts .by{display:none}
}
@media (max-width:59.99rem){
.texts .wide{display:none}
.margin{margin-left:3.5rem}
}
@media (max-width:34rem){
.texts th:nth-last-child(4),.texts td:nth-last-child(4),.texts th:last-child,.texts td:last-child{display:none}
.ways>div,header,main,footer,.header,.main{padding-left:1rem;padding-right:1rem}
.ways .brand{flex-basis:100%}
.figures{grid-template-columns:1fr 1fr;gap:1.25rem 1.5rem}
.figures dd{font-size:2rem}
.row{grid-template-columns:1.7rem minmax(0,1fr);gap:0 .6rem}
.row .line{font-size:1.0625rem}
.margin{margin-left:2.3rem}
.steps output{min-width:0}
.texts thead th{white-space:normal}
.sieve{grid-template-columns:1fr 1fr}
.spots li{grid-template-columns:2.2rem minmax(0,1fr);gap:.7rem}
}
@media print{
.ways,.steps,.sieve,.pager,.back{display:none}
header,main,footer,.header,.main{max-width:none;padding-left:0;padding-right:0}
header,.header{padding-top:0}
section{margin-top:1.1cm}
.block{grid-template-columns:minmax(0,1fr) 5.4cm;gap:.2rem .6cm}
.margin{margin-left:0}
.row .line{font-size:10.5pt;line-height:1.5}
.row .no{font-size:7pt;line-height:1.5}
.row{grid-template-columns:.7cm minmax(0,1fr);gap:0 .2cm}
.note{break-inside:avoid;font-size:8.5pt}.note h3{font-size:9.5pt}.note summary{font-size:7.5pt;list-style:none}
.spots li,.extracts li,tr,.figures div{break-inside:avoid}
h2,caption,h2+.aside{break-after:avoid}
.columns{grid-template-columns:1fr 1fr;gap:.7cm 1cm}
.spots p:first-child,.extracts p:first-child,.lede{font-size:11pt}
.h1,.h2,.h3,rect,path,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.view{break-before:page}
}
@media (forced-colors:active){.plot path{stroke:CanvasText}rect{fill:CanvasText!important}}
"""
