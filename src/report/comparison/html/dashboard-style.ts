import { listStyle } from '../../html/list/list-style.js';
import type { Inline } from '../../html/page.js';

const text = `${listStyle}
ol.given{margin:.2rem 0;padding-left:1.5rem;color:var(--soft)}
#states button{grid-template-columns:6.5rem 1fr 3.5rem}
.state-amended{--sev:var(--good)}.state-partlyAmended,.state-unread{--sev:var(--warning)}.state-worse,.state-missing,.state-unchanged{--sev:var(--error)}.state-new{--sev:var(--info)}
[class*=state-]{color:var(--sev)}
td.state{font-weight:600}
.window .year{width:4.2rem}.level{width:8rem}.state{width:6.6rem}.graded{width:5.2rem}.due,.resolved,.unchanged,.changed,.new,.open,.cells{width:4.6rem;text-align:right}
.window .number{font-variant-numeric:tabular-nums}
td.none{color:var(--soft)}
.check input{width:auto}
#detail .close{float:right}
#detail:focus-visible,#detail h2:focus{outline:none}
.standing{border:0!important;border-top:1px solid var(--line)!important;border-radius:0!important;padding:.75rem 0!important;margin:.5rem 0 0!important}
.fates{list-style:none;margin:.5rem 0;padding:0}
.fates li{border-left:4px solid var(--sev,var(--line));padding:.15rem .75rem;margin:.5rem 0}
.fate{display:inline-block;border:1px solid;border-radius:4px;padding:0 .4em;font-size:.85rem;color:var(--sev,var(--soft))}
.fate-resolved{--sev:var(--good)}.fate-new,.fate-unchanged{--sev:var(--error)}.fate-changed,.fate-notAssessable{--sev:var(--warning)}
.scroll{overflow-x:auto}
.changes{font-size:.9rem;width:100%}
.changes caption{text-align:left;font-weight:600;padding:.25rem 0}
.changes th{position:static;text-align:left;padding:.3rem .5rem}
.changes td{border-bottom:1px solid var(--line);padding:.3rem .5rem;font-variant-numeric:tabular-nums}
@media (max-width:720px){
.level,.graded,.resolved,.unchanged,.changed,.new,.open,.cells{display:none}
.window .year{width:4rem}.state{width:6rem}
.tools .check{flex-direction:row;align-items:center;gap:.4rem}.due{width:3.4rem}}
@media print{
.window .year,.graded,.number{width:11mm}.level{width:16mm}.state{width:16mm}
.fates li,.changes tr{break-inside:avoid}}
`;

/** The page of several submissions. */
export const dashboardStyle: Inline = { text, hash: 'UPexwIJ70vExT5goEkW/80lfp8FQLYia3dz1Jj6D8bo=' };
