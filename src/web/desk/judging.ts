import type { Around } from '../../around/neighbourhood.js';
import type { Lang, Waiver } from '../../model/index.js';
import type { Crew } from './crew.js';
import type { Entry } from './entry.js';
import type { Judged } from './requests.js';

/** What reports are judged with, as it stands now. */
interface Means {
  decided: ReadonlyMap<string, Waiver>;
  around: (name: string) => Around | null;
  lang: () => Lang;
}

/** Has reports audited again from what was read of them. */
export function createJudging(crew: Crew, { decided, around, lang }: Means) {
  const waiversFor = ({ findings }: Judged): Waiver[] =>
    findings.flatMap(({ fingerprint }) => decided.get(fingerprint) ?? []);

  async function judge(entry: Pick<Entry, 'report' | 'name'>, waivers: Waiver[]): Promise<Judged> {
    const own = around(entry.name);
    const answer = await crew.ask({
      kind: 'judge',
      report: entry.report,
      around: own,
      waivers,
      lang: lang(),
    });
    if (answer.kind === 'judged') return answer.judged;
    throw new Error(answer.kind === 'failure' ? answer.failure.reason : answer.kind);
  }

  /** The audit before the review and after it. */
  async function judgeTwice(entry: Entry): Promise<void> {
    const plain = await judge(entry, []);
    const { grade, score } = plain.summary;
    entry.machine = { grade, score };
    const waivers = waiversFor(plain);
    entry.judged = waivers.length === 0 ? plain : await judge(entry, waivers);
  }

  return { waiversFor, judge, judgeTwice };
}
