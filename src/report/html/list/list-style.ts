import { commonStyle } from '../style.js';

/** A page that lists many reports: a table that fills a window, filters above it, bars that are filters, too. */
export const listStyle = `${commonStyle}
main,footer{max-width:1280px;margin:auto;padding-left:1rem;padding-right:1rem}
.top{padding:1.25rem 0 .25rem}
.top p{margin:.2rem 0;color:var(--soft)}.top span{margin-left:1em}
main section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;margin:.75rem 0}
.charts{display:grid;grid-template-columns:minmax(15rem,1fr) 2.4fr;gap:.75rem}
.charts section{margin:0}
h2 small{font-weight:400;margin-left:.5em}
.bars{list-style:none;margin:0;padding:0}
.bars button{display:grid;width:100%;align-items:center;gap:.6rem;border:1px solid transparent;border-radius:4px;background:none;color:inherit;font:inherit;font-size:.9rem;text-align:left;padding:.1rem .3rem;cursor:pointer}
.bars button:hover{background:var(--head)}
.bars button[aria-pressed=true]{border-color:var(--link);background:var(--info-back)}
.bars svg{width:100%;height:.65rem}
.bars .label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.bars .count{text-align:right;font-variant-numeric:tabular-nums}
.track{fill:var(--head)}.fill{fill:var(--link)}
.tools[role=search]{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin-bottom:.75rem;font-size:.9rem}
input,select,#reset{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:4px;padding:.25rem .5rem}
input{width:14rem}
select{max-width:11rem}
#reset{cursor:pointer}
#shown{color:var(--soft)}
.window{height:min(70vh,60rem);overflow:auto;border:1px solid var(--line);position:relative}
.window table{width:100%;table-layout:fixed;font-size:.9rem}
thead th{position:sticky;top:0;z-index:1;background:var(--head);padding:0;text-align:inherit}
thead button{width:100%;border:0;background:none;color:inherit;font:inherit;font-weight:600;text-align:inherit;padding:.4rem .5rem;cursor:pointer;white-space:nowrap}
thead button::after{content:"";display:inline-block;width:1em;text-align:center}
th[aria-sort=ascending] button::after{content:"▲"}th[aria-sort=descending] button::after{content:"▼"}
#rows td{height:2.25rem;padding:0 .5rem;border-bottom:1px solid var(--line);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
#rows .gap td{padding:0;border:0;height:auto}
@media (max-width:720px){
main,footer{padding-left:.5rem;padding-right:.5rem}
main section{padding:.8rem}
.charts{grid-template-columns:1fr}
thead button,#rows td{padding-left:.25rem;padding-right:.25rem}
#rows td{height:3.2rem}
#rows .agency>*{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;white-space:normal;line-height:1.35}
thead button::after{width:.8em}
.tools label{flex:1 1 8rem;display:flex;flex-direction:column}
input{width:100%}select{max-width:none}}
@media print{
main,footer{max-width:none;padding:0}
main section{border:0;padding:0}
.window{height:auto;overflow:visible;border:0}
.window table{font-size:8pt}
#rows td{height:auto;padding:.5mm 1mm;white-space:normal}
thead th{position:static}
thead button{padding:.5mm 1mm;white-space:normal}
.bars li{break-inside:avoid}}
`;
