import type { Inline } from './page.js';

/**
 * Shows beside a flagged cell, on hover and on focus, the findings that it takes part in, and outlines the other cells of the comparison.
 * Without it the page still says the same, because each cell leads to its finding.
 */
const auditText = `(() => {
'use strict';
const tip = document.getElementById('tip');
let owner = null;
let timer = 0;
let mates = [];
const briefs = (link) => link.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id));
const hide = () => {
  tip.hidden = true;
  owner = null;
  for (const cell of mates) cell.classList.remove('mate');
  mates = [];
};
const later = () => { clearTimeout(timer); timer = setTimeout(hide, 200); };
const show = (link) => {
  clearTimeout(timer);
  if (owner === link) return;
  hide();
  owner = link;
  const where = document.createElement('div');
  where.className = 'where';
  where.textContent = link.parentNode.dataset.where;
  tip.replaceChildren(where, ...briefs(link).map((brief) => {
    const copy = brief.cloneNode(true);
    copy.removeAttribute('id');
    for (const inner of copy.querySelectorAll('a')) inner.removeAttribute('href');
    mates.push(...brief.dataset.cells.split(' ').flatMap((cell) => document.getElementById('c-' + cell) || []));
    return copy;
  }));
  for (const cell of mates) cell.classList.add('mate');
  tip.hidden = false;
  const box = link.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
  const above = box.bottom + tip.offsetHeight + 8 > innerHeight && box.top > tip.offsetHeight + 60;
  tip.style.left = left + scrollX + 'px';
  tip.style.top = (above ? box.top - tip.offsetHeight - 4 : box.bottom + 4) + scrollY + 'px';
};
const flagOf = (event) => event.target.closest && event.target.closest('.flag');
addEventListener('mouseover', (event) => {
  const link = flagOf(event);
  if (link) show(link);
  else if (tip.contains(event.target)) clearTimeout(timer);
  else if (owner && owner !== document.activeElement) later();
});
addEventListener('focusin', (event) => { const link = flagOf(event); if (link) show(link); else hide(); });
addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
addEventListener('hashchange', hide);
})();`;

export const auditScript: Inline = { text: auditText, hash: 'IutsIk+ZudAJWZ8TXm8bLYKZAFbzwhNuylDaTbvsVH4=' };
