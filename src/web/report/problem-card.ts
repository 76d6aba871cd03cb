import type { CellAddress } from '../../model/index.js';
import { signs } from '../../report/tables/marks.js';
import type { Translate } from '../../report/translate.js';
import { element } from '../dom.js';
import { ruleButton } from '../rule-help/dialog.js';
import type { Problem } from '../protocol.js';

interface Deeds {
  t: Translate;
  labelOf: (address: CellAddress) => string;
  /** Whether the cell has a field. */
  has: (address: CellAddress) => boolean;
  /** Shows the field of a cell. */
  go: (address: CellAddress) => void;
  /** Puts texts into fields. */
  apply: (changes: readonly { cell: CellAddress; to: string }[]) => void;
}

/** Cells and changes shown before the rest is left to the audit itself. */
const listed = 4;

function button(text: string, onClick: () => void, kind = 'link'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A problem beside the tables: what is wrong, where, and what would put it right. */
export function problemCard(
  { number, severity, title, rules, messages, notes, fixes, cells, repairs }: Problem,
  { t, labelOf, has, go, apply }: Deeds,
): HTMLElement {
  const tag = element(
    'span',
    { class: `tag ${severity}` },
    `${signs[severity]} ${t(`severity.${severity}`)}`,
  );
  const changes = repairs.slice(0, listed).map((steps) => {
    const lines = steps.map(({ cell, from, to }) =>
      element(
        'span',
        { class: 'step' },
        button(labelOf(cell), () => go(cell)),
        ' ',
        element('del', {}, from),
        ' → ',
        element('ins', {}, to),
      ),
    );
    const adopt = button(t('page.adopt'), () => apply(steps), 'small');
    adopt.ariaLabel = `${t('page.adopt')} ${steps.map(({ cell, to }) => `${labelOf(cell)} ${to}`).join(t('pretty.join'))}`;
    return element('li', {}, ...lines, ' ', adopt);
  });
  const places = cells
    .filter(has)
    .slice(0, listed)
    .map((cell) =>
      element(
        'li',
        {},
        button(labelOf(cell), () => go(cell)),
      ),
    );
  return element(
    'article',
    { class: `cause ${severity}` },
    element(
      'h3',
      {},
      element('span', { class: 'number' }, t('page.problem', { number })),
      ' ',
      tag,
      ' ',
      title,
      ...rules.flatMap((rule) => [' ', ruleButton(rule, rule, t)]),
    ),
    ...messages.map((message) => element('p', { class: 'message' }, message)),
    ...(changes.length > 0
      ? [element('h4', {}, t('html.repair')), element('ul', { class: 'changes' }, ...changes)]
      : []),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
    ...fixes.map((fix) => element('p', { class: 'fixing' }, fix)),
    ...(changes.length === 0 && places.length > 0 ? [element('ul', { class: 'places' }, ...places)] : []),
  );
}
