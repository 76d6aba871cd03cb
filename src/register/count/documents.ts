import type { CellAddress } from '../../model/index.js';
import { textsOf, type Entry } from '../layout/entries.js';
import { isBefore, yearOf, type Day } from '../words/days.js';
import { addressOf } from '../words/cells.js';
import { bare } from '../words/plain.js';
import type { RegisterVocabulary } from '../words/vocabulary.js';
import { columnOf } from './applications.js';
import { dayOf, meaningsOf, settled, yesOrNo, type Read, type FieldReading } from './fields.js';
import { count, leaveOpen, note, type Problem, type Tally } from './tally.js';

type Figure = keyof RegisterVocabulary['cells']['documents']['figure'];

const cellOf = (documentType: string, figure: Figure, { file }: FieldReading): CellAddress => {
  const { cell, figure: words } = file.cells.documents;
  return addressOf(cell, { documentType, figure: words[figure] });
};

/** Every cell of a type of document. */
export const documentCells = (type: string, reading: FieldReading): CellAddress[] =>
  (['made', 'repealed', 'inForce'] as const).map((figure) => cellOf(type, figure, reading));

/** Counts a document in Table 2 of a year: made or repealed in it, in force at its end. */
export function countDocument(tally: Tally, entry: Entry, year: number, reading: FieldReading): boolean {
  const problems: Problem[] = [];
  const type = typeOf(entry, reading);
  if ('value' in type && type.value === 'foreign') return false;
  const issued = dayOf(entry, 'issued', reading);
  const repealed = dayOf(entry, 'repealed', reading, 'documentState');
  const state = stateOf(entry, reading);
  const until = untilOf(entry, issued, reading);
  const at = (why: Problem['why'], field: string): Problem => ({
    why,
    field,
    column: columnOf(entry, field),
  });
  if ('problem' in type) problems.push(type.problem);
  if ('problem' in issued) problems.push(issued.problem);
  if ('none' in issued) problems.push(at('no-date', 'issued'));
  if ('problem' in repealed) problems.push(repealed.problem);
  if ('problem' in state) problems.push(state.problem);
  if ('problem' in until) problems.push(until.problem);
  const from = 'value' in issued ? issued.value : null;
  const end = 'value' in repealed ? repealed.value : null;
  if (from !== null && yearOf(from) > year) return false;
  if (end !== null && yearOf(end) < year && (from === null || !isBefore(end, from))) return false;
  if (from !== null && end !== null && isBefore(end, from))
    problems.push(at('answered-before-received', 'repealed'));
  const isOver = 'value' in state && state.value === 'repealed';
  if (end === null && isOver) problems.push(at('outcome-without-date', 'repealed'));
  const lapsed = end === null && 'value' in until && yearOf(until.value) <= year;
  if (lapsed && !isOver) problems.push(at('validity-ended', 'until'));
  for (const each of problems) note(tally, entry.row, each);
  const made: Figure[] = from === null || yearOf(from) === year ? ['made'] : [];
  const gone: Figure[] = end !== null && yearOf(end) === year ? ['repealed'] : [];
  const force: Figure[] = end === null || yearOf(end) > year ? ['inForce'] : [];
  const possible: Figure[] =
    problems.length === 0 ? [...made, ...gone, ...force] : [...made, 'repealed', 'inForce'];
  const cells = ('value' in type ? [type.value] : reading.named.documentType).flatMap((each) =>
    possible.map((figure) => cellOf(each, figure, reading)),
  );
  if (problems.length > 0) {
    leaveOpen(tally, entry.row, cells);
    return false;
  }
  count(tally, entry.row, cells);
  return true;
}

function typeOf(entry: Entry, reading: FieldReading): Read<string> {
  const read = meaningsOf(entry, 'documentType', 'documentType', reading);
  if ('value' in read) {
    const { meanings, column, text } = read.value;
    const type = settled(meanings, reading);
    return type === null
      ? { problem: { why: 'ambiguous-word', field: 'documentType', column, text } }
      : { value: type };
  }
  const titled = [...entry.about, ...entry.head.texts].map(bare);
  const regulations = titled.some(
    (text) => /规章(?!制度|和|及|、)/.test(text) && !text.includes('规范性文件'),
  );
  const documents = titled.some((text) => text.includes('规范性文件'));
  const types = reading.file.cells.documents.documentType;
  if (documents !== regulations) return { value: documents ? types.normative : types.regulations };
  if ('problem' in read) return read;
  return { problem: { why: 'blank', field: 'documentType', column: columnOf(entry, 'documentType') } };
}

function stateOf(entry: Entry, reading: FieldReading): Read<string> {
  const column = columnOf(entry, 'documentState');
  const isAsked = column !== null && entry.head.labels[column]?.includes('否') === true;
  const said = isAsked ? yesOrNo(entry, 'documentState', reading) : null;
  if (said !== null) return { value: said ? 'inForce' : 'repealed' };
  const read = meaningsOf(entry, 'documentState', 'documentState', reading);
  if (!('value' in read)) return read;
  const { meanings, column: at, text } = read.value;
  const state = settled(meanings, reading);
  return state === null
    ? { problem: { why: 'ambiguous-word', field: 'documentState', column: at, text } }
    : { value: state };
}

/** The day to which the document is valid: a date, or so many years from its own. */
function untilOf(entry: Entry, issued: Read<Day>, reading: FieldReading): Read<Day> {
  const [first] = textsOf(entry, 'until', reading.words);
  if (first === undefined || /长期|永久|无限|未规定|未设/.test(first.text)) return { none: true };
  const years = /^(?:有效期)?(?:为)?(\d{1,2}|[一二三四五六七八九十两])年$/.exec(bare(first.text))?.[1];
  if (years === undefined) return dayOf(entry, 'until', reading, 'documentState');
  if (!('value' in issued)) return { none: true };
  const length = /\d/.test(years)
    ? Number(years)
    : years === '两'
      ? 2
      : '一二三四五六七八九十'.indexOf(years) + 1;
  return { value: String(yearOf(issued.value) + length) };
}
