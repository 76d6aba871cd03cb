import type { CellAddress } from '../../model/index.js';
import { signs } from '../../report/tables/marks.js';
import type { Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';
import { ruleButton } from '../rule-help/dialog.js';
import type { AuditView, Edits, Problem } from '../protocol.js';

/** Problems shown before the rest is folded up, and corrections of one. */
const [listed, ways] = [6, 4];

interface Deeds {
  has: (cell: CellAddress) => boolean;
  go: (cell: CellAddress) => void;
  apply: (changes: Edits) => void;
  revert: (cell: CellAddress) => void;
}

/** What the panel shows: the audit as it stands, the one of the report as it was read, and what was changed since. */
export interface Standing {
  view: AuditView;
  read: AuditView;
  edits: Edits;
  /** Filled in here, so that nothing counts as changed. */
  own: boolean;
  canUndo: boolean;
}

/** The verdict in words, and what can be corrected on the spot. */
export function createVerdictPanel(t: Translate, { has, go, apply, revert }: Deeds) {
  /** Titles of what the reader has left for the moment. */
  const later = new Set<string>();

  const button = (text: string, onClick: () => void, kind: string) => {
    const made = element('button', { type: 'button', class: kind }, text);
    made.addEventListener('click', onClick);
    return made;
  };

  function correction(
    steps: Problem['repairs'][number],
    labelOf: (cell: CellAddress) => string,
  ): HTMLElement {
    const lines = steps.map(({ cell, from, to }) =>
      element(
        'span',
        { class: 'step' },
        has(cell) ? button(labelOf(cell), () => go(cell), 'link') : labelOf(cell),
        ' ',
        element('del', {}, from),
        ' → ',
        element('ins', {}, to),
      ),
    );
    const changes = Object.fromEntries(steps.map(({ cell, to }) => [cell, to]));
    const adopt = button(t('page.adopt'), () => apply(changes), 'small primary');
    adopt.dataset['deed'] = 'adopt';
    adopt.ariaLabel = `${t('page.adopt')} ${steps.map(({ cell, to }) => `${labelOf(cell)} ${to}`).join(t('pretty.join'))}`;
    return element('div', { class: 'correction' }, element('div', {}, ...lines), adopt);
  }

  /** What stands on the button of a rule: its id only where there are several to choose from. */
  const ruleName = (rules: readonly string[], rule: string) =>
    rules.length === 1 ? t('rule.help') : t('rule.helpOf', { rule });

  function itemOf(problem: Problem, labelOf: (cell: CellAddress) => string, redraw: () => void): HTMLElement {
    const { severity, title, rules, messages, cells, repairs, fixes } = problem;
    const shown = repairs.slice(0, ways).map((steps) => correction(steps, labelOf));
    const places = cells
      .filter(has)
      .slice(0, ways)
      .map((cell) => button(labelOf(cell), () => go(cell), 'link'));
    const key = `${title} ${cells.join()}`;
    const put = button(
      t('clerk.later'),
      () => {
        if (!later.delete(key)) later.add(key);
        redraw();
      },
      'link later',
    );
    put.ariaPressed = String(later.has(key));
    put.title = t('clerk.laterNote');
    return element(
      'li',
      { 'data-severity': severity, class: later.has(key) ? 'put-off' : '' },
      element(
        'p',
        {},
        element('span', { class: `tag ${severity}` }, `${signs[severity]} ${t(`severity.${severity}`)}`),
        ' ',
        element('b', {}, title),
        ...rules.slice(0, ways).flatMap((rule) => [' ', ruleButton(rule, ruleName(rules, rule), t)]),
        ' ',
        put,
      ),
      ...(shown.length === 1 ? [] : messages.slice(0, 1).map((text) => element('p', {}, text))),
      ...(repairs.length > 1
        ? [element('p', { class: 'note' }, t('clerk.choose', { count: repairs.length }))]
        : []),
      ...shown,
      ...(shown.length > 0
        ? []
        : [
            ...fixes.slice(0, 1).map((fix) => element('p', { class: 'fixing' }, fix)),
            element('p', { class: 'where' }, ...places.flatMap((each) => [each, ' '])),
          ]),
    );
  }

  function drawPlaces(view: AuditView): void {
    const labelOf = (cell: CellAddress) => view.cells[cell]?.label ?? cell;
    const grave = view.problems.filter(({ severity, repairs }) => severity !== 'info' || repairs.length > 0);
    const isLater = ({ title, cells }: Problem) => Number(later.has(`${title} ${cells.join()}`));
    const items = [...grave]
      .sort((one, other) => isLater(one) - isLater(other))
      .map((each) => itemOf(each, labelOf, () => drawPlaces(view)));
    const [first, rest] = [items.slice(0, listed), items.slice(listed)];
    byId('places', HTMLElement).replaceChildren(
      ...(items.length === 0 ? [element('p', { class: 'clean' }, t('clerk.nothing'))] : []),
      element('ol', {}, ...first),
      ...(rest.length === 0
        ? []
        : [
            element(
              'details',
              {},
              element('summary', {}, t('clerk.rest', { count: rest.length })),
              element('ol', { start: String(listed + 1) }, ...rest),
            ),
          ]),
    );
  }

  /** Of the blank form there is nothing to judge. */
  function drawUntouched(): void {
    byId('standing', HTMLElement).replaceChildren(
      element('strong', { class: 'verdict' }, t('clerk.untouched')),
    );
    byId('places', HTMLElement).replaceChildren();
  }

  function drawStanding({ view: { summary }, read, edits, own }: Standing): void {
    const count = own ? 0 : Object.keys(edits).length;
    const graded = (grade: string, score: number | null) => (score === null ? grade : `${grade} ${score}`);
    const now = graded(summary.grade, summary.score);
    const before = graded(read.summary.grade, read.summary.score);
    byId('standing', HTMLElement).replaceChildren(
      element('strong', { class: 'verdict' }, summary.verdictText),
      element('b', { class: `grade-${summary.grade}` }, t('page.standing', { grade: now })),
      ...(count > 0 && now !== before ? [t('page.before', { grade: before })] : []),
      ...(['error', 'warning', 'info'] as const).map((severity) =>
        element(
          'span',
          { class: summary.counts[severity] === 0 ? 'none' : `tag ${severity}` },
          `${t(`severity.${severity}`)} ${summary.counts[severity]}`,
        ),
      ),
      ...(count > 0 ? [element('span', { class: 'changed' }, t('page.changed', { count }))] : []),
    );
  }

  function drawChanges({ view, read, edits, own }: Standing): void {
    const changes = Object.entries(edits);
    const section = byId('changes', HTMLElement);
    section.hidden = own || changes.length === 0;
    byId('changes-title', HTMLElement).textContent = t('clerk.changes', { count: changes.length });
    byId('change-list', HTMLElement).replaceChildren(
      ...changes.map(([cell, text]) => {
        const { label = cell, text: was = '', state = '' } = read.cells[cell] ?? {};
        return element(
          'li',
          {},
          button(view.cells[cell]?.label ?? label, () => go(cell), 'link'),
          ' ',
          element('del', {}, was === '' ? state : was),
          ' → ',
          element('ins', {}, text === '' ? t('state.blank.long') : text),
          ' ',
          button(t('clerk.revert'), () => revert(cell), 'small'),
        );
      }),
    );
  }

  function drawPrior({ prior }: AuditView): void {
    const names = (prior ?? []).map((each) => t('clerk.priorReport', each)).join(t('pretty.list'));
    byId('prior-note', HTMLElement).textContent =
      prior === null
        ? t('clerk.priorNote')
        : prior.length === 0
          ? t('clerk.priorNone')
          : t('clerk.priorTaken', { names });
  }

  return {
    show(standing: Standing): void {
      const { view, edits, own, canUndo } = standing;
      const untouched = own && Object.keys(edits).length === 0;
      byId('verdict', HTMLElement).dataset['verdict'] = untouched ? 'verify' : view.verdict;
      if (untouched) drawUntouched();
      else {
        drawStanding(standing);
        drawPlaces(view);
      }
      byId('grading', HTMLElement).hidden = untouched;
      drawChanges(standing);
      drawPrior(view);
      const fill = byId('fill', HTMLButtonElement);
      const { fillable, open } = view.blanks;
      fill.hidden = fillable === 0;
      fill.textContent = t('clerk.fill', { count: fillable });
      const note = byId('fill-note', HTMLElement);
      note.hidden = fillable + open === 0;
      note.textContent = t(fillable === 0 ? 'clerk.filledNone' : 'clerk.fillNote');
      byId('undo', HTMLButtonElement).disabled = !canUndo;
      byId('grading-steps', HTMLElement).replaceChildren(
        ...view.steps.map((text) => element('li', {}, text)),
      );
    },
  };
}
