import { chartStyle } from '../../html/charts/chart-style.js';
import type { Inline } from '../../html/page.js';
import { commonStyle } from '../../html/style.js';

const text = `${commonStyle}${chartStyle}
main,footer{max-width:1280px;margin:auto;padding-left:1rem;padding-right:1rem}
.top{padding:1.25rem 0 .25rem}.top p{margin:.2rem 0;color:var(--soft)}
main section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;margin:.75rem 0}
.note{margin:.1rem 0;color:var(--soft);font-size:.9rem}
.scroll{overflow-x:auto}
table{font-size:.9rem;margin:.5rem 0}
th,td{border-bottom:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--head);white-space:nowrap}
tbody th{font-weight:400;white-space:nowrap}
td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
@media (max-width:720px){main,footer{padding-left:.5rem;padding-right:.5rem}main section{padding:.8rem}}
@media print{main,footer{max-width:none;padding:0}main section{border:0;padding:0}table{font-size:8pt}th,td{padding:.5mm 1mm}h2{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}thead th,tbody th{white-space:normal}}
`;

/** The page of indicators. */
export const indicatorsStyle: Inline = { text, hash: 'GvGzPTeWR0BzSDQfB3nP33UXmrYU7Q4T7eeDiOa0nts=' };
