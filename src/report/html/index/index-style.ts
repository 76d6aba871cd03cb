import { chartStyle } from '../charts/chart-style.js';
import type { Inline } from '../page.js';
import { listStyle } from '../list/list-style.js';

const text = `${listStyle}${chartStyle}#grades button{grid-template-columns:1.5rem 1fr 3.5rem}
#rules button{grid-template-columns:minmax(8rem,1.2fr) 1fr 3.5rem}
b[class^=grade]{color:var(--sev)}
.rank,.year{width:4.2rem}.grade,.points{width:4rem}.share{width:5rem}.level{width:8rem}
.error,.warning,.info{width:3.9rem}.file{width:20%}
.window .rank,.window .points,.window .share,.window .year,.window .error,.window .warning,.window .info{text-align:right;font-variant-numeric:tabular-nums}
main .years th{position:static;padding:.3rem .6rem;text-align:right}.years td{text-align:right;padding:.3rem .6rem;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
td.grade{font-weight:700;color:var(--sev)}
td.error,td.warning,td.info{color:var(--sev)}td.none{color:var(--soft)}
.failures{width:100%;font-size:.9rem}
.failures th,.failures td{text-align:left;border-bottom:1px solid var(--line);padding:.35rem .5rem;vertical-align:top}
@media (max-width:720px){
.rank,.level,.share,.warning,.info,.file{display:none}
.grade{width:3.4rem}.points{width:3.8rem}.error{width:3.8rem}.year{width:4rem}}
@media print{
.rank{width:9mm}.grade,.points,.year,.share,.error,.warning,.info{width:11mm}.level{width:18mm}}
`;

/** The page that lists many audits. */
export const indexStyle: Inline = { text, hash: '/2QAkrXLg8Zk9xUuduZzJogDHiDub5ZTU7T5cVUEcmA=' };
