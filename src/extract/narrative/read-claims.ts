import type { Claim } from '../../model/report/claim.js';
import type { Section } from '../../model/report/report.js';
import { withoutDoubleSense } from './sentence/absent.js';
import { withoutMembers, withoutPlainAbout } from './sentence/about.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { ownNames, type OwnNames } from './lexicon/own-names.js';
import { withoutOtherAsRest } from './sentence/the-others.js';
import { withPairs } from './discourse/paired.js';
import { withSplits } from './discourse/split.js';
import { announced } from './discourse/named.js';
import { readParagraph, type ParagraphReading, type Words } from './read-paragraph.js';
import { rolesIn } from './sentence/clauses.js';
import { placesIn, runningText, type Paragraph, type Place } from './sentence/running-text.js';
import { joinCarriedOver } from './sentence/carried-over.js';
import { tokenise } from './sentence/numbers/tokens.js';
import type { Token } from './sentence/numbers/token.js';

export interface ReportContext {
  year: number | null;
  agencyName: string | null;
}

/** One paragraph as read. */
export interface PlacedReading extends ParagraphReading {
  section: Section;
  paragraph: Paragraph;
  place: Place;
}

/** What the last number of a paragraph counted, where the next one may go on with it. */
function leftOpen({ readings }: ParagraphReading, lexicon: Lexicon): readonly string[] {
  const last = readings.at(-1);
  return last !== undefined &&
    last.measures.length > 0 &&
    last.topics.every((id) => lexicon.byApplicant.has(id))
    ? last.topics
    : [];
}

/** Every paragraph of a section; a heading says what the paragraphs under it are about. */
function readSection(
  section: Section,
  context: ReportContext,
  lexicon: Lexicon,
  names: OwnNames,
): PlacedReading[] {
  const words = (text: string): Words => {
    const tokens = tokenise(text, lexicon, names);
    const roles = rolesIn(tokens);
    // Only numbers and negations state anything by themselves.
    const states = roles.has('negation') || tokens.some(({ kind }) => kind === 'number');
    if (!states) return { tokens, roles, states };
    let read: readonly Token[] = tokens;
    if (roles.has('negation')) read = withoutDoubleSense(read);
    if (roles.has('target') || roles.has('source') || roles.has('carryTail'))
      read = joinCarriedOver(read, lexicon, context.year);
    if (roles.has('blocker')) read = withoutPlainAbout(read, lexicon);
    if (roles.has('region')) read = withoutMembers(read);
    if (roles.has('all') || roles.has('done') || roles.has('copula')) read = withoutOtherAsRest(read);
    return { tokens: withPairs(read, lexicon), roles, states };
  };
  const ofSection = announced(words(section.heading ?? '').tokens, lexicon);
  let heading = ofSection;
  let before: readonly string[] = [];
  const placeOf = placesIn(section.passages);
  return runningText(section.passages).map((paragraph) => {
    const read = words(paragraph.text);
    if (paragraph.heading) {
      const topics = announced(read.tokens, lexicon);
      heading = topics.length > 0 ? topics : ofSection;
    }
    const place = placeOf(paragraph);
    const frame = {
      lexicon,
      reportYear: context.year,
      agencyName: context.agencyName,
      heading: paragraph.heading ? [] : heading,
      before,
    };
    const reading = readParagraph(paragraph, read, frame, place);
    before = leftOpen(reading, lexicon);
    return { section, paragraph, place, ...reading };
  });
}

/** Every paragraph of a report. */
export function readParagraphs(
  sections: readonly Section[],
  context: ReportContext,
  lexicon: Lexicon,
): PlacedReading[] {
  const names = ownNames(context.agencyName, lexicon.data.ownNames);
  return sections.flatMap((section) => readSection(section, context, lexicon, names));
}

/** The claims of paragraphs, numbered in reading order. */
export function claimsOf(paragraphs: readonly PlacedReading[], lexicon: Lexicon): Claim[] {
  let count = 0;
  const claims = paragraphs.flatMap(({ section, place, drafts }) =>
    drafts.map(({ start, end, claim }) => {
      count += 1;
      const { quote, at } = place(start, end);
      return Object.assign(claim, { section: section.id, quote, at, id: `c${count}` });
    }),
  );
  const splits = paragraphs.flatMap((each) => each.splits);
  return withSplits(claims, splits, lexicon);
}

/** Reads what the prose states: counts, sums, shares and that there was none of something. Pure; linear in the length of the text. */
export function readClaims(sections: readonly Section[], context: ReportContext, lexicon: Lexicon): Claim[] {
  return claimsOf(readParagraphs(sections, context, lexicon), lexicon);
}
