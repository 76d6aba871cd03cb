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
td{min-width:4rem}.scroll td:not(.number){min-width:7rem}.wrong{color:var(--error);font-weight:600}
.found{list-style:none;padding:0}.found li{border-left:4px solid var(--sev,var(--line));padding:.1rem .75rem;margin:.4rem 0}.found b{color:var(--sev)}.found .between{border:1px solid;border-radius:4px;padding:0 .4em;font-size:.85rem}
tbody th{font-weight:400;white-space:nowrap}
td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
@media (max-width:720px){main,footer{padding-left:.5rem;padding-right:.5rem}main section{padding:.8rem}}
@media print{main,footer{max-width:none;padding:0}main section{border:0;padding:0}table{font-size:8pt}th,td{padding:.5mm 1mm}h2{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}thead th,tbody th{white-space:normal}}
`;

/** The page of indicators. */
export const indicatorsStyle: Inline = { text, hash: 'FM8+0l8N/soK2ULx/3UcI9YbyF5LqUoKLqM+49di0Ns=' };
