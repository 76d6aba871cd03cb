import type { CellAddress } from '../../model/index.js';
import { signs } from '../../report/tables/marks.js';
import type { Translate } from '../../report/translate.js';
import { blockOf } from '../clerk/blocks.js';
import { createHistory } from '../clerk/history.js';
import { moveOn } from '../clerk/moves.js';
import { totalsOf } from '../clerk/blanks/sums.js';
import { byId, element } from '../dom.js';
import { drawFields } from './fields.js';
import { problemCard } from './problem-card.js';
import type { AuditView, Edits } from '../protocol.js';

/** The tables of the report, each figure in a field of its own. */
export interface EditPanel {
  /** Shows what the audit says of the cells as they stand now. */
  update: (view: AuditView) => void;
  has: (address: CellAddress) => boolean;
  /** Shows the field of a cell. */
  go: (address: CellAddress) => void;
  /** Puts texts into fields, as one step that can be undone. */
  apply: (changes: Edits) => void;
  /** Puts back what a cell held when it was read. */
  revert: (address: CellAddress) => void;
  undo: () => void;
  canUndo: () => boolean;
}

interface Opened {
  read: AuditView;
  edits: Edits;
  /** Filled in from the blank form: totals are computed. */
  own: boolean;
}

/** Builds the panel for a report as it was read; `onEdit` is given every text that differs from it. */
export function buildEditPanel(
  { read, edits, own }: Opened,
  t: Translate,
  onEdit: (edits: Edits) => void,
): EditPanel {
  const { fields, grids, tables, placeOf } = drawFields(read, edits, t);
  const problems = element('div', { class: 'problems' });
  const restore = element('button', { type: 'button' }, t(own ? 'clerk.clear' : 'page.restore'));
  const typed = new Set(Object.keys(edits).filter((cell) => edits[cell] !== ''));
  const history = createHistory(edits);

  function changed(): Edits {
    return Object.fromEntries(
      [...fields].flatMap(([address, { input, text }]) =>
        input.value === text ? [] : [[address, input.value]],
      ),
    );
  }
  function put(address: CellAddress, value: string): void {
    const field = fields.get(address);
    if (field === undefined) return;
    field.input.value = value;
    if (value === '') typed.delete(address);
    else typed.add(address);
  }
  /** Computes the totals of a form that is filled in here, and says which they are. */
  function compute(): void {
    if (!own) return;
    const totals = totalsOf((cell) => fields.get(cell)?.input.value ?? '', typed, read.sums);
    for (const [address, value] of totals) {
      const field = fields.get(address);
      if (field === undefined) continue;
      field.input.value = value;
      field.cell.dataset['computed'] = value === '' ? '' : t('clerk.computed');
    }
    for (const address of typed) fields.get(address)?.cell.removeAttribute('data-computed');
  }
  function edited(): void {
    compute();
    onEdit(changed());
  }
  function apply(changes: Edits): void {
    for (const [address, text] of Object.entries(changes)) put(address, text);
    compute();
    history.push(changed());
    onEdit(changed());
  }
  function show(state: Edits): void {
    for (const [address, { text }] of fields) put(address, state[address] ?? text);
    edited();
  }
  function undo(): void {
    // What is being typed was not kept yet: it is the step to undo.
    const before = history.undo(changed());
    if (before !== null) show(before);
  }
  function go(address: CellAddress): void {
    const input = fields.get(address)?.input;
    input?.scrollIntoView({ block: 'center', inline: 'center' });
    input?.focus({ preventScroll: true });
  }

  function update(view: AuditView): void {
    const now = changed();
    for (const [address, { input, cell, note }] of fields) {
      const shown = view.cells[address];
      const numbers = (shown?.problems ?? [])
        .map((number) => t('page.problem', { number }))
        .join(t('pretty.list'));
      // What is not filled in yet is no mistake.
      const unfilled = own && input.value === '';
      const mark = unfilled ? null : (shown?.mark ?? null);
      const computed = cell.dataset['computed'] ?? '';
      const said = [mark === null ? '' : `${t(`mark.${mark}`)} ${numbers}`, computed]
        .filter((each) => each !== '')
        .join(t('pretty.join'));
      const state = !own && Object.hasOwn(now, address) ? 'edited' : '';
      cell.className = ['figure', mark ?? '', state].join(' ');
      cell.dataset['sign'] = mark === null || mark === 'witness' ? '' : signs[mark];
      input.placeholder = unfilled ? '' : (shown?.state ?? '');
      input.ariaInvalid = String(mark === 'error');
      note.textContent = said;
      cell.title = said;
    }
    const labelOf = (address: CellAddress) => view.cells[address]?.label ?? address;
    const adopt = (changes: readonly { cell: CellAddress; to: string }[]) => {
      apply(Object.fromEntries(changes.map(({ cell, to }) => [cell, to])));
      const [first] = changes;
      if (first !== undefined) go(first.cell);
    };
    const untouched = own && Object.keys(now).length === 0;
    const list = (untouched ? [] : view.problems).map((each) =>
      problemCard(each, { t, labelOf, go, apply: adopt, has: (cell) => fields.has(cell) }),
    );
    const none = element('p', { class: 'clean' }, t(untouched ? 'clerk.untouched' : 'pretty.clean'));
    problems.replaceChildren(element('h2', {}, t('page.problems')), ...(list.length === 0 ? [none] : list));
    restore.disabled = Object.keys(now).length === 0;
  }

  tables.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) put(target.id.slice(2), target.value);
    edited();
  });
  // A step is what was typed into a field until it was left.
  tables.addEventListener('change', () => history.push(changed()));
  tables.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.isComposing || !(target instanceof HTMLInputElement)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      undo();
      return;
    }
    const place = placeOf(target);
    const next = place === null ? null : moveOn(event, target, place, grids);
    if (next === null) return;
    event.preventDefault();
    const input = fields.get(next)?.input;
    input?.focus();
    input?.select();
  });
  tables.addEventListener('paste', (event) => {
    const place = placeOf(event.target);
    const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
    if (place === null || block === null) return;
    event.preventDefault();
    const rows = grids[place.table] ?? [];
    const texts = block.flatMap((row, down) =>
      row.flatMap((text, right) => {
        const address = rows[place.row + down]?.[place.column + right];
        return address === undefined ? [] : [[address, text] as const];
      }),
    );
    apply(Object.fromEntries(texts));
  });
  restore.addEventListener('click', () => {
    apply(Object.fromEntries([...fields].map(([address, { text }]) => [address, text])));
  });
  const lead = own ? 'clerk.ownLead' : fields.size === 0 ? 'page.noCells' : 'page.editLead';
  byId('fields', HTMLElement).replaceChildren(
    element('p', { class: 'lead' }, t(lead), ' ', restore),
    element('div', { class: 'columns' }, problems, tables),
  );
  compute();
  return {
    update,
    has: (address) => fields.has(address),
    go,
    apply,
    revert: (address) => apply({ [address]: fields.get(address)?.text ?? '' }),
    undo,
    canUndo: () => history.canUndo(changed()),
  };
}
