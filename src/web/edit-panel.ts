import type { CellAddress } from '../model/index.js';
import type { OfficialCell } from '../report/tables/official.js';
import { signs } from '../report/tables/marks.js';
import type { Translate } from '../report/translate.js';
import { byId, element } from './dom.js';
import { problemCard } from './problem-card.js';
import type { AuditView, Edits, FormTable } from './protocol.js';

/** The tables of the report, each figure in a field of its own. */
export interface EditPanel {
  /** Shows what the audit says of the cells as they stand now. */
  update: (view: AuditView) => void;
}

interface Field {
  input: HTMLInputElement;
  cell: HTMLTableCellElement;
  note: HTMLElement;
  /** As it was read. */
  text: string;
}

const roles = {
  caption: 'colgroup',
  column: 'col',
  columnGroup: 'colgroup',
  row: 'row',
  rowGroup: 'rowgroup',
};

/** Builds the panel for a report as it was read; `onEdit` is given every text that differs from it. */
export function buildEditPanel(
  read: AuditView,
  edits: Edits,
  t: Translate,
  onEdit: (edits: Edits) => void,
): EditPanel {
  const fields = new Map<CellAddress, Field>();
  const problems = element('div', { class: 'problems' });
  const restore = element('button', { type: 'button' }, t('page.restore'));

  function changed(): Edits {
    return Object.fromEntries(
      [...fields].flatMap(([address, { input, text }]) =>
        input.value === text ? [] : [[address, input.value]],
      ),
    );
  }
  function put(address: CellAddress, value: string): void {
    const field = fields.get(address);
    if (field !== undefined) field.input.value = value;
  }
  function go(address: CellAddress): void {
    const input = fields.get(address)?.input;
    input?.scrollIntoView({ block: 'center', inline: 'center' });
    input?.focus({ preventScroll: true });
  }

  function figure(address: CellAddress, columns: number): HTMLTableCellElement {
    const { text = '', label = address } = read.cells[address] ?? {};
    const note = element('span', { class: 'hidden', id: `n-${address}` });
    const input = element('input', {
      id: `e-${address}`,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-label': label,
      'aria-describedby': note.id,
    });
    input.value = edits[address] ?? text;
    const cell = element('td', { class: 'figure', colspan: String(columns) }, input, note);
    fields.set(address, { input, cell, note, text });
    return cell;
  }

  function cellOf({ role, text, rows, columns, address }: OfficialCell): HTMLTableCellElement {
    if (address !== null) return figure(address, columns);
    const span = { rowspan: String(rows), colspan: String(columns), class: role };
    if (role === 'corner' || role === 'figure') return element('td', span, text);
    return element('th', { ...span, scope: roles[role] }, text);
  }

  function tableOf({ id, title, rows }: FormTable): HTMLElement {
    const heading = element('h2', { id: `edit-${id}` }, title);
    if (rows.length === 0) return element('section', {}, heading, element('p', {}, t('page.noTable')));
    const table = element('table', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cellOf))));
    const region = { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': heading.id };
    return element('section', { class: 'official' }, heading, element('div', region, table));
  }

  function update(view: AuditView): void {
    const edited = changed();
    for (const [address, { input, cell, note }] of fields) {
      const now = view.cells[address];
      const numbers = (now?.problems ?? [])
        .map((number) => t('page.problem', { number }))
        .join(t('pretty.list'));
      const mark = now?.mark ?? null;
      const said = mark === null ? '' : `${t(`mark.${mark}`)} ${numbers}`;
      cell.className = ['figure', mark ?? '', Object.hasOwn(edited, address) ? 'edited' : ''].join(' ');
      cell.dataset['sign'] = mark === null || mark === 'witness' ? '' : signs[mark];
      input.placeholder = now?.state ?? '';
      input.ariaInvalid = String(mark === 'error');
      note.textContent = said;
      cell.title = said;
    }
    const apply = (changes: readonly { cell: CellAddress; to: string }[]) => {
      for (const { cell, to } of changes) put(cell, to);
      const [first] = changes;
      if (first !== undefined) go(first.cell);
      onEdit(changed());
    };
    const labelOf = (address: CellAddress) => view.cells[address]?.label ?? address;
    const list = view.problems.map((each) =>
      problemCard(each, { t, labelOf, go, apply, has: (cell) => fields.has(cell) }),
    );
    problems.replaceChildren(
      element('h2', {}, t('page.problems')),
      ...(list.length === 0 ? [element('p', { class: 'clean' }, t('pretty.clean'))] : list),
    );
    restore.disabled = Object.keys(edited).length === 0;
  }

  const tables = element('div', { class: 'tables' }, ...read.tables.map(tableOf));
  tables.addEventListener('input', () => onEdit(changed()));
  tables.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const inputs = [...fields.values()].map(({ input }) => input);
    inputs[inputs.findIndex((input) => input === event.target) + 1]?.focus();
  });
  restore.addEventListener('click', () => {
    for (const { input, text } of fields.values()) input.value = text;
    onEdit({});
  });
  byId('fields', HTMLElement).replaceChildren(
    element('p', { class: 'lead' }, t(fields.size === 0 ? 'page.noCells' : 'page.editLead'), ' ', restore),
    element('div', { class: 'columns' }, problems, tables),
  );
  return { update };
}
