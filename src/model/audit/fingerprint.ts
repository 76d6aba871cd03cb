import type { Audit, Finding } from './audit.js';
import type { CellAddress } from '../report/report.js';

/** What an audit is about. */
type Audited = Pick<Audit, 'agency' | 'year' | 'cells' | 'claims'>;

/** What a finding compares. */
type Compared = Pick<Finding, 'rule' | 'cells' | 'claims' | 'quotes' | 'left' | 'right'>;

/** FNV-1a over the UTF-8 bytes, 64 bits. */
function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    // Times the prime 2^40 + 0x1b3, in halves that a number holds exactly.
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + mixed * 256) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** A text without what differs between two readings of the same words: spaces, and widths of characters. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

/** What a cell says: its number, otherwise in what way it has none. */
function said({ cells }: Audited, address: CellAddress): number | string {
  const { value, state } = cells[address] ?? { value: null, state: 'absent' };
  return value ?? state;
}

/**
 * 16 hexadecimal digits by which a finding is known again in another audit of the same report: the rule, the agency, the year, and what was
 * compared. Where it stands, how it is worded and how grave it is do not count; a finding without cells and claims is known by its quotes.
 */
export function fingerprint(finding: Compared, audit: Audited): string {
  const { rule, cells, claims, quotes, left, right } = finding;
  const operands = [...new Set([...cells, ...(left?.cells ?? []), ...(right?.cells ?? [])])].sort();
  const stated = claims.flatMap((id) => audit.claims.filter((claim) => claim.id === id));
  const proof = operands.length + stated.length > 0 ? [] : quotes.map(({ quote }) => plain(quote)).sort();
  return hash(
    JSON.stringify([
      rule,
      plain(audit.agency.name ?? ''),
      audit.year,
      operands.map((address) => [address, said(audit, address)]),
      [left?.value ?? null, right?.value ?? null],
      stated.map(({ kind, value, parts }) => [kind, value, parts.map((part) => part.value)]),
      proof,
    ]),
  );
}
