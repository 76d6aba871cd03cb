import { expect, test } from 'vitest';
import { accuracy, claimsOf, judge, loadEntries } from './labels.js';

const entries = loadEntries();
const verdicts = entries.map(judge);

function misreadings(): string[] {
  return verdicts
    .filter(({ wrong, missed }) => wrong.length + missed.length > 0)
    .map(({ entry, wrong, missed }) => {
      const said = wrong.map((claim) => `${claim.kind} ${claim.measure} ${claim.value}`);
      return `${entry.file} ${entry.text ?? entry.lines?.join(' / ')} | missed: ${missed.join('; ')} | wrong: ${said.join('; ')}`;
    });
}

test('the labelled sentences are read with a precision of at least 99 % and a recall of at least 95 %', () => {
  const { precision, recall, right, wrong, missed } = accuracy(verdicts);
  const traps = entries.filter((each) => each.trap !== undefined).length;
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  console.info(
    [
      `${entries.length} entries, ${traps} of them traps; ${right + missed} claims to find`,
      `precision ${percent(precision)} (${wrong} wrong), recall ${percent(recall)} (${missed} missed)`,
      ...misreadings(),
    ].join('\n'),
  );
  expect(entries.length).toBeGreaterThanOrEqual(400);
  expect(traps / entries.length).toBeGreaterThanOrEqual(0.5);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test('a quote is a slice of the source, and stands where it says', () => {
  for (const { text, year, agency } of entries) {
    if (text === undefined) continue;
    for (const { quote, at, parts } of claimsOf([text], year, agency)) {
      const stated = [{ quote, at }, ...parts];
      const found = stated.map((each) => ({
        line: each.at.line,
        quote: text.slice((each.at.column ?? 0) - 1).slice(0, each.quote.length),
      }));
      expect(found).toEqual(stated.map((each) => ({ line: 1, quote: each.quote })));
    }
  }
});
