/** Colours of charts, apart in hue and in lightness, in both themes and on paper. */
export const chartStyle = `
:root{--c0:#1a4e8a;--c1:#6aa5e3;--c2:#a8442f;--c3:#e0a13a;--c4:#5b7d3a;--c5:#7b5aa6;--c6:#4b9c97;--c7:#8a9099}
@media (prefers-color-scheme:dark){:root{--c0:#8fbcf0;--c1:#3f77b4;--c2:#f0907c;--c3:#c98f2e;--c4:#9fc47a;--c5:#b79be0;--c6:#6fc7c0;--c7:#767d87}}
@media print{:root{--c0:#1a4e8a;--c1:#6aa5e3;--c2:#a8442f;--c3:#e0a13a;--c4:#5b7d3a;--c5:#7b5aa6;--c6:#4b9c97;--c7:#8a9099}}
.c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}.c5{fill:var(--c5)}.c6{fill:var(--c6)}.c7{fill:var(--c7)}
.gA{fill:var(--good)}.gB{fill:var(--c4)}.gC{fill:var(--c3)}.gD{fill:var(--c2)}.gE{fill:var(--error)}.gU{fill:var(--c7)}
.small{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
.chart{margin:.25rem 0;flex:0 1 22rem;min-width:0;break-inside:avoid}
.chart figcaption{font-size:.9rem;color:var(--soft)}
.chart>svg{display:block;width:100%;max-width:24rem;height:auto}
.chart text{fill:var(--ink);font-size:12px;font-variant-numeric:tabular-nums}
.chart .end{text-anchor:end}
.chart rect{stroke:var(--paper);stroke-width:.5}
.chart .axis{stroke:var(--line)}.chart .range{fill:var(--c1)}.chart .median{fill:var(--c0);stroke:none}.chart .far{fill:var(--error)}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.2rem 0;padding:0;font-size:.85rem}
.key svg{width:.8em;height:.8em;margin-right:.35em}
`;
