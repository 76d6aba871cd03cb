import type { CellAddress, Lang } from '../../model/index.js';
import type { Translate } from '../../report/translate.js';
import type { OfficialCell } from '../../report/tables/official.js';
import type { Client } from '../asking/client.js';
import { byId, element } from '../dom.js';
import type { FormTable } from '../report/form-table.js';
import type { Handed } from '../input/handed.js';
import type { Edits } from '../protocol.js';
import type { RegisterPage } from './answer.js';

interface Around {
  client: Client;
  speech: () => { lang: Lang; t: Translate };
  /** Puts figures into the fields of the report. */
  apply: (edits: Edits) => void;
}

/** The registers beside the report that lies open. */
export interface RegisterPanel {
  /** Reads registers and shows what they give; with `adopt` all of it goes into the fields. */
  put: (documents: readonly Handed[], adopt: boolean) => Promise<void>;
  /** Reads them again, for a report that was opened again. */
  again: () => Promise<void>;
  /** Shows what they give beside the report as it stands now. */
  refresh: () => Promise<void>;
  clear: () => void;
}

export function createRegisterPanel({ client, speech, apply }: Around): RegisterPanel {
  let registers: readonly Handed[] = [];
  /** Counts the questions, so that an answer that is out of date is dropped. */
  let asked = 0;
  /** The figure whose rows are shown. */
  let chosen: CellAddress | null = null;
  const said = byId('register-said', HTMLElement);
  const list = byId('register-list', HTMLElement);

  async function ask(documents: readonly Handed[] | null): Promise<RegisterPage | null> {
    const number = ++asked;
    const answer = await client.ask({ kind: 'register', documents, lang: speech().lang });
    if (number !== asked) return null;
    if (answer.kind === 'register') return answer.page;
    list.replaceChildren();
    if (answer.kind === 'nothing') said.textContent = answer.reason;
    if (answer.kind === 'failure') {
      const { code, reason, remedy } = answer.failure;
      said.textContent = code === 'no-report' ? speech().t('register.nothing') : `${reason} ${remedy}`;
    }
    return null;
  }

  function adopt(edits: Edits): void {
    const count = Object.keys(edits).length;
    said.textContent = speech().t('register.adopted', { count });
    apply(edits);
  }

  function draw(page: RegisterPage): void {
    const { t } = speech();
    if (page.sheets.length === 0) {
      list.replaceChildren(element('p', {}, t('register.nothing')));
      return;
    }
    const within = list.contains(document.activeElement);
    list.replaceChildren(...partsOf(page, t));
    // The button that was pressed is gone: on to the next difference.
    if (within)
      (list.querySelector<HTMLElement>('#register-differences button') ?? said).focus({
        preventScroll: true,
      });
  }

  function partsOf(page: RegisterPage, t: Translate): Node[] {
    const { year, sheets, differences, agreeing, unread, figures, fees, unclassified } = page;
    const valueOf = (cell: CellAddress) => String(figures[cell]?.value ?? '');
    const button = (cells: readonly CellAddress[], key: 'register.adopt' | 'register.adoptAll') => {
      const made = element('button', { type: 'button', class: 'small' }, t(key));
      made.addEventListener('click', () =>
        adopt(Object.fromEntries(cells.map((each) => [each, valueOf(each)]))),
      );
      return made;
    };
    const differing = differences.map(({ label, report, register, behind, cell }) =>
      element(
        'li',
        cell === null ? {} : { 'data-cell': cell },
        t('register.difference', { cell: label, report, register }),
        ' ',
        ...(cell === null ? [] : [button([cell], 'register.adopt')]),
        element(
          'details',
          {},
          element('summary', {}, t('register.rows')),
          element('p', { class: 'note' }, behind),
        ),
      ),
    );
    const cells = differences.flatMap(({ cell }) => cell ?? []);
    const count = unclassified.length;
    return [
      element(
        'section',
        { id: 'register-differences' },
        element('h2', {}, t('register.differences', { count: differences.length })),
        element(
          'p',
          { class: 'note' },
          [
            agreeing > 0 ? t('register.agrees', { count: agreeing }) : '',
            unread > 0 ? t('register.unread', { count: unread }) : '',
          ].join(' '),
        ),
        ...(cells.length > 1 ? [button(cells, 'register.adoptAll')] : []),
        element('ul', {}, ...differing),
      ),
      element(
        'section',
        { id: 'register-unclassified' },
        element('h2', {}, t('register.unclassified', { count })),
        ...(count === 0
          ? [element('p', { class: 'clean' }, t('register.unclassifiedNone'))]
          : [element('ul', {}, ...unclassified.map((line) => element('li', {}, line)))]),
      ),
      element(
        'section',
        { id: 'register-tables' },
        element('h2', {}, t('register.title', { year })),
        element('ul', {}, ...sheets.map((sheet) => element('li', {}, sheet))),
        element('p', { class: 'note' }, t('register.click')),
        ...page.tables.map((each) => tableOf(each, page)),
        ...(fees.length === 0
          ? []
          : [
              element('h3', {}, t('register.fees')),
              element('ul', {}, ...fees.map((line) => element('li', {}, line))),
            ]),
      ),
    ];
  }

  /** A table of the form; a figure in it shows its rows below the table. */
  function tableOf({ id, title, rows }: FormTable, { figures }: RegisterPage): HTMLElement {
    const shown = element('p', { class: 'rows', role: 'status' });
    const buttons = new Map<CellAddress, HTMLButtonElement>();
    function choose(cell: CellAddress): void {
      const figure = figures[cell];
      if (figure === undefined) return;
      chosen = cell;
      for (const [each, made] of buttons) made.ariaPressed = String(each === cell);
      shown.textContent = `${figure.label} ${String(figure.value)} ${figure.behind}`;
    }
    function cellOf({ role, text, rows: down, columns, address }: OfficialCell): HTMLTableCellElement {
      const span = { rowspan: String(down), colspan: String(columns), class: role };
      if (role !== 'figure' && role !== 'corner') return element('th', span, text);
      const figure = address === null ? undefined : figures[address];
      if (address === null || figure === undefined) return element('td', span, text);
      const label = `${figure.label} ${String(figure.value)}`;
      const made = element(
        'button',
        { type: 'button', class: 'link', id: `r-${address}`, 'aria-pressed': 'false', 'aria-label': label },
        String(figure.value),
      );
      made.addEventListener('click', () => choose(address));
      buttons.set(address, made);
      return element('td', span, made);
    }
    const heading = element('h3', { id: `register-${id}` }, title);
    const table = element('table', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cellOf))));
    const region = { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': heading.id };
    if (chosen !== null && buttons.has(chosen)) choose(chosen);
    return element('div', { class: 'official' }, heading, element('div', region, table), shown);
  }

  async function show(documents: readonly Handed[] | null): Promise<RegisterPage | null> {
    const page = await ask(documents);
    if (page !== null) draw(page);
    return page;
  }

  return {
    async put(documents, all) {
      registers = documents;
      chosen = null;
      said.textContent = '';
      const page = await show(documents);
      if (page === null || !all) return;
      const edits = Object.entries(page.figures).map(([cell, { value }]) => [cell, String(value)]);
      if (edits.length > 0) adopt(Object.fromEntries(edits) as Edits);
    },
    async again() {
      if (registers.length > 0) await show(registers);
    },
    async refresh() {
      if (registers.length > 0) await show(null);
    },
    clear() {
      asked += 1;
      registers = [];
      chosen = null;
      said.textContent = '';
      list.replaceChildren();
    },
  };
}
