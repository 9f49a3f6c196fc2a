"""The style sheet of our pages: a printed page with its margin, in which the editor's questions stand."""

from __future__ import annotations

STYLE = """
:root{--serif:Charter,"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif}
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1,h2,h3,h4,p,ol,ul,dl,dd,table,figure{margin:0}
header,main,footer{max-width:70rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:3}
header{padding-top:2.5rem;padding-bottom:1.5rem}
.brand{color:var(--pen);font:italic 1.15rem/1.2 var(--serif)}
h1{font:600 clamp(1.9rem,1.2rem + 3vw,3rem)/1.1 var(--serif);letter-spacing:-.01em;margin:.35rem 0 .6rem;text-wrap:balance}
h2{font:600 1.35rem/1.25 var(--serif);overflow-wrap:anywhere}
.lede{color:var(--soft);max-width:46rem}
.lede b{color:var(--ink)}
section{margin-top:2rem}
.overview{display:grid;gap:2rem 3rem;margin-top:0;align-items:start}
.overview>*{min-width:0}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;font:600 1.05rem/1.3 var(--serif);padding-bottom:.5rem}
th,td{padding:.35rem .5rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:baseline}
thead th{color:var(--soft);font-weight:500;font-size:.8125rem}
tbody th{font-weight:500;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.nil{color:var(--soft)}
.bar{width:34%}
.bar svg{display:block;width:100%;height:.6rem}
rect.error{fill:var(--error)}rect.warning{fill:var(--warning-bar)}rect.suggestion{fill:var(--suggestion)}
summary{cursor:pointer;padding:.4rem 0;color:var(--link)}
.problems{border:1px solid var(--error);border-left-width:5px;background:var(--card);padding:.75rem 1rem}
.problems h2{font-size:1.05rem}
.problems ul{padding-left:1.1rem}
.filters{position:sticky;top:0;z-index:2;margin-top:2rem;background:var(--paper);border-bottom:1px solid var(--rule);border-top:1px solid var(--rule)}
.filters form{padding:.55rem 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.9375rem}
.filters fieldset{border:0;margin:0;padding:0;display:flex;gap:.9rem;flex-wrap:wrap}
.filters legend,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.filters label{display:inline-flex;gap:.35rem;align-items:center;min-height:1.75rem}
.filters input[type=search],.filters select,.filters button{font:inherit;color:inherit;background:var(--card)}
.filters input[type=search],.filters select,.filters button{border:1px solid var(--soft);
border-radius:.3rem;padding:.25rem .5rem;min-height:2rem;max-width:100%}
.filters input[type=search]{flex:1 1 11rem;min-width:8rem}
.filters select{max-width:16rem}
.filters button{cursor:pointer}
.filters output{color:var(--soft);margin-left:auto}
input[type=checkbox]{accent-color:var(--link);width:1.05rem;height:1.05rem}
.text>h2{padding-bottom:.3rem;border-bottom:2px solid var(--ink)}
.measures{color:var(--soft);font-size:.9375rem;padding-top:.4rem}
.finding{display:grid;gap:.75rem 2rem;padding:1.4rem 0;border-bottom:1px solid var(--rule)}
.finding:target,.finding:has(:target){background:var(--card);
box-shadow:-1.25rem 0 var(--card),1.25rem 0 var(--card),-1.5rem 0 var(--pen)}
.where{font-size:.875rem;display:flex;flex-wrap:wrap;gap:.15rem .75rem;align-items:baseline;color:var(--soft)}
.where a{font-variant-numeric:tabular-nums}
.severity{font-weight:600}
.error .severity{color:var(--error)}.warning .severity{color:var(--warning)}.suggestion .severity{color:var(--suggestion)}
.lines{display:grid;align-content:start;grid-template-columns:auto minmax(0,1fr);gap:0 .9rem;margin-top:.5rem;font:1.0625rem/1.6 var(--serif)}
.no{color:var(--soft);font:.8125rem/2.1 system-ui,sans-serif;font-variant-numeric:tabular-nums;text-align:right;user-select:none}
.line{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
.beside{color:var(--soft)}
mark{color:inherit;border-bottom:2px solid;border-radius:.15rem .15rem 0 0;padding:.05em 0;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
.error mark{background:var(--error-ground);border-color:var(--error)}
.warning mark{background:var(--warning-ground);border-color:var(--warning)}
.suggestion mark{background:var(--suggestion-ground);border-color:var(--suggestion)}
.note{border-left:3px solid;padding-left:.9rem;font-size:.9375rem}
.error .note{border-color:var(--error)}.warning .note{border-color:var(--warning)}.suggestion .note{border-color:var(--suggestion)}
.note h3{font:italic 500 1.1875rem/1.35 var(--serif);overflow-wrap:anywhere}
.note dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.15rem .7rem;margin-top:.4rem}
.note dt{color:var(--soft)}
.note dd{overflow-wrap:anywhere}
.fix{color:var(--good)}
.rules article{padding:1rem 0;border-bottom:1px solid var(--rule);max-width:46rem}
.rules article:target{box-shadow:-1.5rem 0 var(--paper),-1.75rem 0 var(--pen)}
.rules h3{font:600 1.0625rem/1.35 system-ui,sans-serif;overflow-wrap:anywhere}
.rules h3+p{font:italic 1.0625rem/1.45 var(--serif);color:var(--pen)}
.rules p+p{margin-top:.5rem}
.rules .aside{color:var(--soft);font-size:.9375rem}
footer{color:var(--soft);font-size:.875rem;padding-top:2rem;padding-bottom:3rem}
article:focus,section:focus{outline:none}
[hidden]{display:none!important}
@media (min-width:52rem){
.overview.two{grid-template-columns:3fr 2fr}
.finding{grid-template-columns:minmax(0,1fr) 21rem}
.finding .where{grid-column:1/-1}
.lines{margin-top:0}
.line{max-width:38rem}
}
@media (max-width:34rem){
header{padding-top:1.5rem}
.filters{position:static}
.filters output{margin-left:0;flex-basis:100%}
.filters select,.filters input[type=search]{flex:1 1 100%;max-width:none}
.bar{width:16%}
th,td{padding:.35rem .25rem}
thead th{font-size:.75rem}
table{font-size:.875rem}
}
@media print{
@page{margin:18mm 16mm}
body{font-size:10pt}
.filters,.skip{display:none}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
.finding{grid-template-columns:minmax(0,1fr) 6.2cm;gap:.3rem 1.2rem;break-inside:avoid;padding:.7rem 0}
.finding .where{grid-column:1/-1}
.lines{font-size:10.5pt;line-height:1.45}
.note{font-size:9pt}.note h3{font-size:11pt}
.text>h2,.rules h2{break-after:avoid}
.rules article{break-inside:avoid}
mark,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
}
@media (forced-colors:active){mark{background:Mark;color:MarkText}}
"""
