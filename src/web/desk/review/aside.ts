import { markOf } from '../../../report/office/league.js';
import type { Translate } from '../../../report/translate.js';
import { showPage } from '../../report/audit-panel.js';
import { byId, element } from '../../dom.js';
import { decideForm, type Case } from './decide-form.js';
import type { Entry } from '../entry.js';
import type { FindingBrief } from '../../../report/desk/brief.js';

export interface Aside {
  /** Shows the page of an audit with what can be done about each finding. */
  show: (entry: Entry, page: string, caseOf: (finding: FindingBrief) => Case) => void;
  /** Shows anew what was decided, without leaving the place. */
  refresh: (entry: Entry, caseOf: (finding: FindingBrief) => Case) => void;
  hide: () => void;
}

interface Deeds {
  back: () => void;
  step: (by: 1 | -1) => void;
  takeNotice: () => void;
  takePage: () => void;
}

/** The audit beside the table. */
export function createAside(t: Translate, { back, step, takeNotice, takePage }: Deeds): Aside {
  const place = byId('desk-aside', HTMLElement);
  const audit = byId('desk-audit', HTMLElement);
  byId('desk-back', HTMLButtonElement).onclick = back;
  byId('desk-previous', HTMLButtonElement).onclick = () => step(-1);
  byId('desk-next', HTMLButtonElement).onclick = () => step(1);
  byId('desk-notice', HTMLButtonElement).onclick = takeNotice;
  byId('desk-page', HTMLButtonElement).onclick = takePage;

  function refresh({ judged, machine }: Entry, caseOf: (finding: FindingBrief) => Case): void {
    const cases = judged.findings.map(caseOf);
    const done = cases.filter(({ decision }) => decision !== undefined).length;
    byId('desk-standing', HTMLElement).replaceChildren(
      element('b', { class: `grade-${machine.grade}` }, t('desk.machineIs', { mark: markOf(machine) })),
      ' ',
      ...(done === 0
        ? []
        : [
            element(
              'b',
              { class: `grade-${judged.summary.grade}` },
              t('desk.afterIs', { mark: markOf(judged.summary) }),
            ),
            ' ',
          ]),
      t('desk.decided', { done, all: cases.length }),
    );
    for (const each of cases) {
      const finding = audit.querySelector(`[id="${each.finding.id}"]`);
      finding?.querySelector(':scope > .review')?.remove();
      finding?.classList.toggle('dismissed', each.decision?.verdict === 'dismissed');
      finding?.append(decideForm(each, t));
    }
  }

  return {
    show(entry, page, caseOf) {
      showPage(page, audit, t);
      // The table is the main part of the page already.
      const main = audit.querySelector('main');
      if (main !== null)
        main.replaceWith(element('div', { id: main.id, class: 'audit' }, ...main.childNodes));
      byId('desk-name', HTMLElement).textContent = entry.name;
      refresh(entry, caseOf);
      place.hidden = false;
      document.body.classList.add('beside');
      audit.scrollTo(0, 0);
    },
    refresh,
    hide() {
      place.hidden = true;
      document.body.classList.remove('beside');
      audit.replaceChildren();
    },
  };
}
