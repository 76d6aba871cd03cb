import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';
import { measureOf } from '../measures.js';
import { value } from '../../sentence/counts.js';

/** How many counts of a paragraph are looked at. */
const nearby = 64;

/**
 * 收到通过网络提交的申请 2 件, 受理自然人申请 2 件: where the paragraph names no other way, no others who asked and no other number that came in, those
 * are all. That is inferred, and said beside the number of the way.
 */
export function takeOnlyWay(setting: Setting): void {
  const { lexicon, reportYear, sentences } = setting;
  const isKind = ({ channel, applicants }: NumberReading) => channel !== null || applicants.length > 0;
  if (!setting.readings.some(isKind)) return;
  const readings = setting.readings.slice(-nearby);
  const isIntake = ({ topics, aspects }: NumberReading) =>
    topics.length === 1 &&
    topics.every((id) => lexicon.byApplicant.has(id)) &&
    (aspects.length === 0 || (isStage(lexicon, aspects) && !aspects.includes('handled')));
  const own = readings.filter((each) => isPlain(each) && isIntake(each));
  const [only] = own;
  const [topic] = only?.topics ?? [];
  if (only === undefined || topic === undefined || own.length > 1) return;
  const { channel, applicants, measures, time, mention } = only;
  if (
    (channel === null) === (applicants.length === 0) ||
    measures.length !== 1 ||
    time.span !== 'year' ||
    value(only) === 0
  )
    return;
  const ways = new Set(
    sentences.flatMap(({ tokens }) =>
      tokens.flatMap((token) => {
        if (token.kind !== 'word') return [];
        const { channel: way, topic: noun, applicant } = token.senses;
        if (applicants.length > 0) return applicant ?? [];
        return way ?? (lexicon.data.ways.includes(noun ?? '') ? [noun] : []);
      }),
    ),
  );
  const cells = measureOf(lexicon, topic, null, [], null, reportYear);
  // Something that is counted right beside it may be another way that no list knows.
  const besides = readings.some(
    (each) =>
      each !== only &&
      each.mention.sentence === mention.sentence &&
      isPlain(each) &&
      each.measures.length + each.topics.length === 0,
  );
  const isWhole = applicants.every((id) => lexicon.data.applicants[id]?.whole === true);
  if (!isWhole || ways.size !== 1 || besides || !Array.isArray(cells)) return;
  if (channel === null) setting.readings.push({ ...only, applicants: [], measures: [cells], by: 'total' });
  else Object.assign(only, { measures: [...measures, cells], by: 'total' });
}
