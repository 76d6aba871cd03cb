import type { Inline } from './page.js';

/** Colours and type that all pages share. Contrast is at least 4.5:1 in both themes. */
export const commonStyle = `
:root{color-scheme:light dark;
--paper:#fff;--ground:#f4f5f7;--ink:#1b1f24;--soft:#57606a;--line:#c9cfd6;--link:#1a4e8a;--good:#1a6b34;
--error:#b3261e;--error-back:#fde5e2;--warning:#7d5000;--warning-back:#fdf0cc;--info:#1d5a96;--info-back:#e2eefb;
--witness:#57606a;--witness-back:#eceff2;--head:#f0f2f5;--mark:#fff1a8}
@media (prefers-color-scheme:dark){:root{
--paper:#1b1e23;--ground:#121417;--ink:#e6e8eb;--soft:#a6adb6;--line:#454c55;--link:#8fbcf0;--good:#7fd397;
--error:#ffaaa2;--error-back:#50211d;--warning:#f3cd74;--warning-back:#483609;--info:#9ccaf7;--info-back:#1a3a5a;
--witness:#a6adb6;--witness-back:#2c3138;--head:#262a31;--mark:#5c4d00}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
.skip:focus{left:.5rem;top:.5rem}
h1,h2,h3,h4{line-height:1.35;margin:0}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-bottom:.75rem}h3{font-size:1.05rem}h4{font-size:1rem}
code{font:.8rem/1.4 ui-monospace,Consolas,monospace;color:var(--soft);font-weight:400}
small,.where,.aside{color:var(--soft);font-size:.875rem}
table{border-collapse:collapse}
.figure,.value,b{font-variant-numeric:tabular-nums}
.error{--sev:var(--error);--sev-back:var(--error-back)}.warning{--sev:var(--warning);--sev-back:var(--warning-back)}
.info{--sev:var(--info);--sev-back:var(--info-back)}.witness{--sev:var(--witness);--sev-back:var(--witness-back)}
.tag{display:inline-block;background:var(--sev-back);color:var(--sev);border:1px solid;border-radius:4px;padding:0 .45em;font-size:.85rem;font-weight:600;white-space:nowrap;text-decoration:none}
.grade-A,.grade-B{--sev:var(--good)}.grade-C,.grade-U{--sev:var(--warning)}.grade-D,.grade-E{--sev:var(--error)}
footer{color:var(--soft);font-size:.8rem;padding:1rem 0 2rem}
footer p{margin:.2rem 0}
@media print{
:root{color-scheme:light;--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--line:#888;--link:#000;--good:#1a6b34;
--error:#b3261e;--error-back:#fde5e2;--warning:#7d5000;--warning-back:#fdf0cc;--info:#1d5a96;--info-back:#e2eefb;
--witness:#444;--witness-back:#eceff2;--head:#f0f2f5;--mark:#fff1a8}
body{font-size:10.5pt;line-height:1.5;-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{text-decoration:none}
.skip,nav,.tools{display:none!important}
@page{size:A4;margin:18mm 16mm}}
`;

const auditText = `${commonStyle}
nav{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
nav ul{max-width:1080px;margin:auto;padding:.35rem 1rem;list-style:none;display:flex;gap:.25rem 1.25rem;overflow-x:auto;white-space:nowrap}
nav a{display:inline-block;padding:.25rem 0}
main,footer{max-width:1080px;margin:auto;padding-left:1rem;padding-right:1rem}
.top,main>section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.25rem;margin:1rem 0}
.top{display:grid;grid-template-columns:1fr minmax(17rem,24rem);gap:1rem 2rem}
.kind{margin:0;color:var(--soft);font-size:.9rem}
.year{display:inline-block;color:var(--soft);font-weight:400;font-size:1.1rem}
.facts{margin:.75rem 0;font-size:.9rem}
.facts div{display:flex;gap:.75rem}
.facts dt{flex:none;color:var(--soft);min-width:4em}
dd{margin:0}
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0;padding:0}
.counts li{border:1px solid;border-radius:6px;padding:.1rem .7rem;color:var(--sev,var(--soft));background:var(--sev-back,transparent)}
.counts b{font-size:1.25rem}
.verdict{display:flex;gap:1rem;align-items:center}
.badge{flex:none;width:4.5rem;height:4.5rem;border:3px solid var(--sev);border-radius:10px;color:var(--sev);font:700 3rem/4.1rem Georgia,serif;text-align:center}
.verdict dl{margin:0}
.verdict dl div{display:flex;gap:.75rem}
.verdict dt{flex:none;color:var(--soft);font-size:.9rem;min-width:5em}
.verdict dd{font-weight:600}.verdict small{font-weight:400;display:block}
.scores{width:100%;margin-top:.75rem;font-size:.9rem}
.scores caption{text-align:left;color:var(--soft)}
.scores th{font-weight:400;text-align:left;white-space:nowrap;padding-right:.75rem}
.scores td:nth-child(2){width:60%}
.scores .figure{text-align:right;padding-left:.5rem;white-space:nowrap}
.bar{display:block;width:100%;height:.5rem}.track{fill:var(--head)}.fill{fill:var(--link)}
.clean{color:var(--good);font-weight:600}
.cause{border:1px solid var(--line);border-left:5px solid var(--sev);border-radius:6px;padding:.9rem 1rem;margin:0 0 1rem}
.cause h3{display:flex;flex-wrap:wrap;gap:.3rem .6rem;align-items:baseline}
.number{color:var(--soft);font-weight:400}
.repair{background:var(--head);border-radius:6px;padding:.6rem .9rem;margin:.7rem 0}
.repair p,.repair ul{margin:.15rem 0}
.steps b{margin-right:.4em}
.why{color:var(--soft);font-size:.9rem}
.change{white-space:nowrap;font-variant-numeric:tabular-nums}
del{color:var(--error)}ins{color:var(--good);font-weight:700;text-decoration:none}
.finding{margin-top:.7rem}
section.finding{border-top:1px solid var(--line);padding-top:.7rem}
.message{margin:.2rem 0}
.equation{margin:.3rem 0;line-height:2}
.equation .name,.shared,.zeros{color:var(--soft);font-size:.9rem}
.equation a,.equation .side>span{text-decoration:none;border-bottom:1px dotted var(--soft);padding:.05rem .1rem}
.equation .zeros{border:0!important}
.shared{font-weight:600}
.sign{font-weight:700;color:var(--sev);padding:0 .3em}
.fields{margin:.4rem 0 0;font-size:.925rem}
.fields>div{display:flex;gap:.75rem;margin:.2rem 0}
.fields dt{flex:none;color:var(--soft);min-width:4em}
.fields ul{margin:0;padding:0;list-style:none}
.fix dd{font-weight:600}.suspect dd{color:var(--warning);font-weight:600}
q{quotes:"“" "”" "‘" "’";unicode-bidi:isolate}
mark{background:var(--mark);color:inherit;font-weight:700}
.official{margin-top:1.25rem}
.official h3{margin-bottom:.5rem}
.scroll{overflow-x:auto;position:relative}
.official table{width:100%;font-size:.9rem;line-height:1.4}
.official th,.official td{border:1px solid var(--line);padding:.3rem .45rem}
.official th{font-weight:400;background:var(--head);text-align:center;overflow-wrap:normal}
.official th.row,.official th.rowGroup{text-align:left;min-width:3.5em}
.official th.row{min-width:9em}
.official th.column{min-width:3.6em;padding:.3rem .2rem}
.official th.caption{font-weight:600}
.corner{color:var(--soft);font-size:.8rem;text-align:center}
.official td.figure{text-align:center;min-width:3.2em}
.official td i{color:var(--soft);font-style:normal;font-size:.8rem}
.zero{color:var(--soft)}
td.error,td.warning,td.info,td.witness{background:var(--sev-back);color:var(--sev);padding:0}
.key{display:inline-block;background:var(--sev-back);color:var(--sev);border:1px solid;border-radius:3px;min-width:1.4em;text-align:center;font-weight:700}
.legend{font-size:.9rem;margin:0}
.flag{display:block;padding:.3rem .45rem;color:inherit;text-decoration:none;white-space:nowrap}
td.error .flag,td.warning .flag,td.info .flag{font-weight:700;box-shadow:inset 0 0 0 2px var(--sev)}
.flag .mark{font-weight:700;padding-left:.1em}
.flag sup{font-size:.7em;font-weight:400;padding-left:.15em;line-height:0}
td.witness .flag sup{display:none}
.unsure{text-decoration:underline dotted}
.mate{outline:2px dashed var(--sev);outline-offset:-3px}
:target{animation:found 2.5s ease-out 1}
td:target{outline:3px solid var(--link);outline-offset:-2px}
@keyframes found{from{background:var(--mark)}}
.notes{display:none}
#tip{position:absolute;z-index:8;max-width:min(34rem,calc(100vw - 1rem));background:var(--paper);border:1px solid var(--soft);border-radius:6px;box-shadow:0 4px 16px #0004;padding:.5rem .8rem;font-size:.9rem}
#tip>div+div{border-top:1px solid var(--line);margin-top:.4rem;padding-top:.4rem}
.claims{width:100%;font-size:.925rem}
.claims th{text-align:left;color:var(--soft);font-weight:400;border-bottom:2px solid var(--line);padding:.3rem .5rem}
.claims td{border-bottom:1px solid var(--line);padding:.4rem .5rem;vertical-align:top}
.claims td:nth-child(n+2){white-space:nowrap}
.claims td:nth-child(3){white-space:normal}
.good{color:var(--good)}
.hash{overflow-wrap:anywhere}
@media (max-width:720px){
h1{font-size:1.3rem}
.top{grid-template-columns:1fr}
.top,main>section{padding:1rem .8rem;margin:.6rem 0}
main,footer{padding-left:.5rem;padding-right:.5rem}
.fields>div{display:block}.fields dd{margin-left:0}
.cause{padding:.8rem .7rem}
.official table{font-size:.8rem}.official th.row{min-width:7em}
.official td.figure:last-child:not(:first-child),.official tr:nth-child(2)>th.column:last-child{position:sticky;right:0;z-index:1;background-color:var(--head);box-shadow:-1px 0 0 var(--soft)}
.official td.error.figure:last-child,.official td.warning.figure:last-child,.official td.info.figure:last-child,.official td.witness.figure:last-child{background-color:var(--sev-back)}
.claims thead{display:none}
.claims tr,.claims td{display:block}
.claims tr{border-bottom:1px solid var(--line);padding:.5rem 0}
.claims td{border:0;padding:.1rem 0;white-space:normal!important}
.claims td[data-label]::before{content:attr(data-label) " ";color:var(--soft)}}
@media (prefers-reduced-motion:reduce){:target{animation:none}}
@media print{
.top,main>section{border:0;padding:0;margin:0 0 6mm}
main,footer{max-width:none;padding:0}
.fields>div,.brief,.repair,.verdict,.official{break-inside:avoid}
h2,h3,h4{break-after:avoid}
.cause{border-radius:0}
.equation{line-height:1.6}
.scroll{overflow:visible}
.official table{font-size:8pt;line-height:1.25}
.official th,.official td{padding:.6mm .8mm;min-width:0!important}
.official td.figure{min-width:7mm!important}
.flag{padding:.6mm .8mm}
td.witness .flag sup{display:inline}
.notes{display:block;font-size:8.5pt;padding-left:0;list-style:none}
.notes li{margin-top:1mm;break-inside:avoid}.notes .equation,.notes .message{display:inline;line-height:inherit}.notes span{font-size:inherit!important}
#tip{display:none}}
`;

/** The page of one audit. */
export const auditStyle: Inline = { text: auditText, hash: 'jt/HHCb0Zy8B5nN9HOTUNLTPCoMkFZ+nR73vuMJ6gMg=' };
