import type { Provenance } from '../../renderer.js';
import type { Translate } from '../../translate.js';
import { overlayText } from '../../overlays.js';
import { html, type Markup } from '../markup.js';

/** A bar that is also a filter; the script keeps its length and its number. */
export function bar(label: Markup, kind: string, value: number, count: number, most: number): Markup {
  const width = most === 0 ? 0 : Math.round((1000 * count) / most) / 10;
  return html`<li>
    <button type="button" aria-pressed="false" data-filter="${kind}" data-value="${value}">
      <span class="label">${label}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" />
        <rect class="fill" width="${width}" height="10" />
      </svg>
      <span class="count">${count}</span>
    </button>
  </li>`;
}

/** A list to choose from, by number. */
export function choice(id: string, name: string, options: readonly [number, string][], t: Translate): Markup {
  const items = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label
    >${name}
    <select id="${id}">
      <option value="">${t('index.any')}</option>
      ${items}
    </select></label
  >`;
}

/** What made the page. */
export function madeBy(provenance: Provenance, t: Translate): Markup {
  const { tool, rules } = provenance;
  const overlays = overlayText(provenance, t);
  const made = t('html.provenance', {
    tool: `${tool.name} ${tool.version}`,
    count: rules.count,
    rules: rules.sha256.slice(0, 12),
  });
  return html`<footer>
    <p>${overlays === null ? made : `${made} ${t('overlays.name')}${overlays}`}</p>
  </footer>`;
}
