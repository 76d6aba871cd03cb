import { replyStates, type Reply, type Review, type Waiver } from '../../../model/index.js';
import type { Translate } from '../../../report/translate.js';
import { element } from '../../dom.js';
import type { FindingBrief } from '../../../report/desk/brief.js';

/** What is known of a finding, and what can be done about it. */
export interface Case {
  finding: FindingBrief;
  decision: Waiver | undefined;
  reply: Reply | undefined;
  /** Who reviewed last, offered again. */
  reviewer: string;
  /** YYYY-MM-DD */
  today: string;
  decide: (decision: Waiver) => void;
  undo: () => void;
  answer: (reply: Reply | null) => void;
}

const reasons: Record<Review['verdict'], readonly number[]> = {
  confirmed: [1, 2],
  dismissed: [1, 2, 3, 4, 5],
};

let count = 0;

function field(label: string, input: HTMLElement): HTMLElement {
  count += 1;
  input.id = `decide-${count}`;
  return element('label', { for: input.id }, element('span', {}, label), input);
}

function decisionForm(
  verdict: Review['verdict'],
  { finding, decision, reviewer, today, decide }: Case,
  t: Translate,
  close: () => void,
): HTMLFormElement {
  const same = decision?.verdict === verdict ? decision : undefined;
  const usual = reasons[verdict].map((each) =>
    t(`desk.reason.${verdict}.${each}` as 'desk.reason.confirmed.1'),
  );
  count += 1;
  const list = element(
    'datalist',
    { id: `reasons-${count}` },
    ...usual.map((each) => element('option', { value: each })),
  );
  const reason = element('input', { required: '', list: list.id, autocomplete: 'off', name: 'reason' });
  reason.value = same?.reason ?? (verdict === 'confirmed' ? (usual[0] ?? '') : '');
  const chips = usual.map((each) => {
    const chip = element('button', { type: 'button', class: 'small' }, each);
    chip.addEventListener('click', () => {
      reason.value = each;
      reason.focus();
    });
    return chip;
  });
  const who = element('input', { required: '', autocomplete: 'name', name: 'reviewer' });
  who.value = same?.reviewer ?? reviewer;
  const when = element('input', { required: '', type: 'date', name: 'date' });
  when.value = same?.date ?? today;
  const cancel = element('button', { type: 'button' }, t('page.cancel'));
  cancel.addEventListener('click', close);
  const form = element(
    'form',
    { class: 'decide' },
    field(t('desk.reason'), reason),
    list,
    element('p', { class: 'chips' }, ...chips),
    field(t('desk.reviewer'), who),
    field(t('desk.date'), when),
    element('p', {}, element('button', { type: 'submit', class: 'primary' }, t('desk.save')), ' ', cancel),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = { reason: reason.value.trim(), reviewer: who.value.trim() };
    if (said.reason === '' || said.reviewer === '') return;
    decide({ fingerprint: finding.fingerprint, verdict, ...said, date: when.value, expiry: null });
  });
  return form;
}

function replyForm({ finding, reply, today, answer }: Case, t: Translate): HTMLElement {
  const state = element(
    'select',
    { name: 'state' },
    element('option', { value: '' }, t('desk.reply.none')),
    ...replyStates.map((each) => element('option', { value: each }, t(`desk.reply.${each}`))),
  );
  state.value = reply?.state ?? '';
  const text = element('input', { autocomplete: 'off', name: 'text' });
  text.value = reply?.text ?? '';
  const form = element(
    'form',
    { class: 'decide' },
    field(t('desk.reply'), state),
    field(t('desk.replyText'), text),
    element('p', {}, element('button', { type: 'submit' }, t('desk.save'))),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = replyStates.find((each) => each === state.value);
    answer(
      chosen === undefined
        ? null
        : {
            fingerprint: finding.fingerprint,
            state: chosen,
            text: text.value.trim(),
            date: reply?.date ?? today,
          },
    );
  });
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      reply === undefined ? t('desk.reply') : `${t('desk.reply')}：${t(`desk.reply.${reply.state}`)}`,
    ),
    form,
  );
}

/** Confirm or set aside, with what was decided before; the agency's answer. */
export function decideForm(own: Case, t: Translate): HTMLElement {
  const { decision } = own;
  const place = element('div', {});
  const buttons = (['confirmed', 'dismissed'] as const).map((verdict) => {
    const button = element(
      'button',
      { type: 'button', 'data-verdict': verdict, 'aria-pressed': String(decision?.verdict === verdict) },
      t(`desk.${verdict}`),
    );
    button.addEventListener('click', () => {
      const form = decisionForm(verdict, own, t, () => {
        place.replaceChildren();
        button.focus();
      });
      place.replaceChildren(form);
      const fields = [...form.querySelectorAll('input')];
      (fields.find((each) => each.value === '') ?? form.querySelector<HTMLElement>('[type=submit]'))?.focus();
    });
    return button;
  });
  const undo = element('button', { type: 'button', class: 'link' }, t('desk.undo'));
  undo.addEventListener('click', own.undo);
  return element(
    'div',
    { class: 'review', 'data-fingerprint': own.finding.fingerprint },
    element('p', {}, ...buttons.flatMap((each) => [each, ' ']), ...(decision === undefined ? [] : [undo])),
    place,
    replyForm(own, t),
  );
}
