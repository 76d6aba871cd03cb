import type { Lang } from '../../model/index.js';
import type { Translate } from '../../report/translate.js';
import type { Client } from '../asking/client.js';
import { byId, element } from '../dom.js';
import type { RuleHelp } from './help.js';
import type { Block, Run } from './markdown.js';

/** What only who writes rules needs at first sight lies folded up. */
const folded: readonly RuleHelp['sections'][number]['about'][] = ['how', 'message', 'tests'];

/** A button that opens the page of a rule. */
export function ruleButton(rule: string, text: string, t: Translate): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'help', 'data-rule': rule }, text);
  made.title = t('rule.open', { rule });
  return made;
}

function runElement({ kind, text, to = '' }: Run): Node | string {
  if (kind === 'code') return element('code', {}, text);
  if (kind === 'strong') return element('b', {}, text);
  const [, rule] = /^([A-Z][\w-]*)\.md$/.exec(kind === 'link' ? to : '') ?? [];
  return rule === undefined || rule === 'README'
    ? text
    : element('button', { type: 'button', class: 'link', 'data-rule': rule }, text);
}

function blockElement(block: Block): HTMLElement {
  if (block.kind === 'text') return element('p', {}, ...block.runs.map(runElement));
  if (block.kind === 'list')
    return element(
      'ul',
      {},
      ...block.items.map(({ depth, runs }) =>
        element('li', { 'data-depth': String(depth) }, ...runs.map(runElement)),
      ),
    );
  const [head = [], ...rows] = block.rows;
  const line = (cells: readonly Run[][], name: 'th' | 'td') =>
    element('tr', {}, ...cells.map((runs) => element(name, {}, ...runs.map(runElement))));
  return element(
    'table',
    {},
    element('thead', {}, line(head, 'th')),
    element('tbody', {}, ...rows.map((row) => line(row, 'td'))),
  );
}

function sectionElement({ about, title, blocks }: RuleHelp['sections'][number]): HTMLElement {
  const inner = blocks.map(blockElement);
  return folded.includes(about)
    ? element('details', {}, element('summary', {}, title), ...inner)
    : element('section', {}, element('h3', {}, title), ...inner);
}

/** Opens the page of a rule over the audit, from whatever names it in `data-rule`. */
export function startRuleHelp(client: Client, speech: () => { lang: Lang; t: Translate }): void {
  const dialog = byId('rule', HTMLDialogElement);
  const [title, body] = [byId('rule-title', HTMLElement), byId('rule-body', HTMLElement)];
  let wanted = '';

  async function open(rule: string): Promise<void> {
    const { lang, t } = speech();
    wanted = rule;
    title.textContent = rule;
    body.replaceChildren(element('p', { role: 'status' }, t('rule.loading')));
    if (!dialog.open) dialog.showModal();
    const answer = await client.ask({ kind: 'rule', rule, lang });
    if (wanted !== rule || answer.kind === 'audit') return;
    if (answer.kind !== 'rule') {
      body.replaceChildren(element('p', { role: 'status' }, t('rule.unknown')));
      return;
    }
    const { help } = answer;
    title.replaceChildren(help.title, ' ', element('code', {}, help.id));
    body.replaceChildren(...help.head.map(blockElement), ...help.sections.map(sectionElement));
    body.scrollTop = 0;
    body.focus();
  }

  document.addEventListener('click', ({ target }) => {
    const rule = target instanceof Element ? target.closest<HTMLElement>('[data-rule]')?.dataset['rule'] : '';
    if (rule !== undefined && rule !== '') void open(rule);
    // A click beside the dialog falls on the dialog itself.
    if (target === dialog) dialog.close();
  });
  byId('rule-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
}
