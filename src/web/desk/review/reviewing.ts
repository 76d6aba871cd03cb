import type { FindingBrief } from '../../../report/desk/brief.js';
import type { Waiver } from '../../../model/index.js';
import { todayInChina } from '../../../review/today.js';
import type { Case } from './decide-form.js';
import type { Desk } from '../deeds.js';
import type { openMemory } from './memory.js';

/** What the officer decides about findings, kept as it is decided; `draw` shows it. */
export function createReviewing(desk: Desk, memory: ReturnType<typeof openMemory>, draw: () => void) {
  let reviewer = '';

  function keep(): void {
    memory.keep('decisions', [...desk.decided.values()]);
    memory.keep('replies', [...desk.replies.values()]);
    draw();
  }

  async function decide(decision: Waiver): Promise<void> {
    reviewer = decision.reviewer;
    memory.keep('reviewer', reviewer);
    await desk.decide(decision);
    keep();
  }

  return {
    caseOf: (finding: FindingBrief): Case => ({
      finding,
      decision: desk.decided.get(finding.fingerprint),
      reply: desk.replies.get(finding.fingerprint),
      reviewer,
      today: todayInChina(),
      decide: (decision) => void decide(decision),
      undo: () => void desk.undo(finding.fingerprint).then(keep),
      answer: (reply) => {
        desk.answer(finding.fingerprint, reply);
        keep();
      },
    }),
    decide,
    keep,
    /** Who reviewed last. */
    recall: (name: string) => (reviewer = name),
  };
}
