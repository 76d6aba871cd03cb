import type { Handed } from '../../input/handed.js';
import { handedOf, type Source } from '../../input/sources.js';
import type { Crew } from '../crew.js';
import type { Desk } from '../deeds.js';
import type { Conflict } from '../review/review.js';

interface Deeds {
  /** Decisions that contradict those on the desk. */
  onConflicts: (conflicts: readonly Conflict[]) => void;
  /** The review is another one now. */
  onReview: () => void;
  /** The roster or the rules were taken from that file. */
  onAdded: (name: string) => void;
}

/** What is handed over beside reports, and where it belongs on the desk. */
export function createHanding(crew: Crew, desk: Desk, { onConflicts, onReview, onAdded }: Deeds) {
  async function take(as: 'roster' | 'waivers' | 'rules', document: Handed): Promise<void> {
    if (as === 'waivers') {
      const result = await desk.addWaivers(document);
      if (Array.isArray(result)) onConflicts(result);
      else desk.addFailures([result]);
      onReview();
    } else {
      const failure = as === 'roster' ? await desk.setRoster(document) : await desk.addRules(document);
      if (failure !== null) desk.addFailures([failure]);
      else onAdded(document.name);
    }
  }

  return {
    /** Takes what helps to judge the reports, and gives the reports among it. */
    async settings(sources: readonly Source[]): Promise<Source[]> {
      const reports: Source[] = [];
      const earlier: Source[] = [];
      for (const source of sources) {
        if (!/\.(?:ya?ml|csv|json|ndjson)$/i.test(source.name)) {
          reports.push(source);
          continue;
        }
        const document = await handedOf(source);
        const answer = await crew.ask({ kind: 'sort', document });
        const as = answer.kind === 'sorted' ? answer.as : 'report';
        if (as === 'report') reports.push(source);
        else if (as === 'audits') earlier.push(source);
        else await take(as, document);
      }
      if (earlier.length > 0) desk.addFailures(await desk.addEarlier(earlier));
      return reports;
    },
    take,
  };
}
