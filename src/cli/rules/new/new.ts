import { existsSync } from 'node:fs';
import { partNamed } from '../../../form/parts.js';
import {
  categories,
  sectionRoles,
  type FormEdition,
  type Lang,
  type Localised,
} from '../../../model/index.js';
import { viewOf } from '../../../rules/form/form-view.js';
import { rule } from '../../../rules/rule.js';
import type { RuleSet } from '../../../rules/rule-set.js';
import { translator } from '../../../report/translate.js';
import {
  kinds,
  skeleton,
  usualKind,
  type KindName,
  type Subject,
} from '../../../workbench/skeleton/index.js';
import { suggest } from '../../../yaml/suggest.js';
import { status } from '../../exit.js';
import type { Host } from '../../host.js';
import { writeResult } from '../../output/output.js';
import { loadResources } from '../../resources.js';
import { UsageError } from '../../usage-error.js';
import { askedAt, unasked, type Answers } from './answers.js';

export interface NewRuleCommand {
  category?: string;
  severity?: string;
  title?: string;
  titleEn?: string;
  fact?: string;
  cell?: string;
  of?: string[];
  part?: string;
  words?: string[];
  limit?: string;
  document?: string;
  article?: string;
  out?: string;
  lang: Lang;
}

/** Options that only some facts take. */
const subjects = ['cell', 'of', 'part', 'words', 'limit'] as const satisfies readonly (keyof Subject)[];

const severities = rule.shape.severity.options;
const facts = Object.keys(kinds) as KindName[];

/** `gouji rules new [ID]`: a rule with its tests, to be made another. */
export async function newRule(
  id: string | undefined,
  command: NewRuleCommand,
  { defaults }: Host,
): Promise<number> {
  const { lang, out } = command;
  const t = translator(lang);
  if (out !== undefined && existsSync(out)) throw new UsageError('usage.exists', { path: out });
  const { rules } = await loadResources(defaults);
  const answers = process.stdin.isTTY ? askedAt(process.stdin, process.stderr, t) : unasked;
  try {
    await writeResult(out, t('new.head') + (await ruleText(id, command, rules, answers)));
  } finally {
    answers.close();
  }
  if (out !== undefined) process.stderr.write(`${t('new.written', { path: out })}\n`);
  return status.clean;
}

/** The text of a new rule that stands beside the others; throws a UsageError at what cannot be taken. */
export async function ruleText(
  id: string | undefined,
  command: NewRuleCommand,
  rules: RuleSet,
  { to }: Answers,
): Promise<string> {
  const among = <T extends string>(choices: readonly T[]) => [oneOf(choices), choices] as const;
  const category = await to('new.category', command.category, 'quality', ...among(categories));
  const severity = await to('new.severity', command.severity, 'info', ...among(severities));
  const name = await to('new.id', id, `LOCAL-${category.toUpperCase()}`, (text) => freeId(text, rules));
  const fact = await to('new.fact', command.fact, usualKind[category], ...among(facts));
  const { usual, title: usualTitle }: { usual: Partial<Subject>; title: Localised } = kinds[fact];
  const strange = subjects.find((each) => command[each] !== undefined && !(each in usual));
  if (strange !== undefined) {
    const takers = facts.filter((each) => strange in kinds[each].usual);
    throw new UsageError('usage.notOfFact', { option: `--${strange}`, fact, facts: takers.join('|') });
  }
  const edition = newest(rules);
  const subject = await subjectOf(command, usual, edition, to);
  const title = await to('new.title', command.title, usualTitle['zh-CN'], written);
  const inEnglish = title === usualTitle['zh-CN'] ? usualTitle.en : 'The title in English';
  const titleEn = await to('new.titleEn', command.titleEn, inEnglish, written);
  const document = await to('new.document', command.document, '本地文件名称及文号', written);
  const known = rules.documents.find((each) => each.name === document);
  const article = await to('new.article', command.article, known?.clauses[0]?.article ?? '第一条', written);
  return skeleton({
    id: name,
    category,
    severity,
    title: { 'zh-CN': title, en: titleEn },
    fact,
    subject,
    basis: { document, article },
    described:
      known === undefined
        ? {
            title: { 'zh-CN': document, en: 'The name of the document in English' },
            says: { 'zh-CN': '该条的要求', en: 'what the clause asks for' },
          }
        : null,
    edition: edition.id,
  });
}

async function subjectOf(
  { cell, of, part, words, limit }: NewRuleCommand,
  usual: Partial<Subject>,
  edition: FormEdition,
  to: Answers['to'],
): Promise<Subject> {
  const addresses = [...viewOf(edition).cells.keys()];
  const parts = ['preface', ...sectionRoles, ...edition.sections.map(({ ordinal }) => ordinal)];
  const several = (list: readonly string[] | undefined) => list?.join(' ');
  const address = (text: string) => knownCell(text, addresses);
  const total = usual.cell === undefined ? '' : await to('new.cell', cell, usual.cell, address);
  const chosen = usual.part === undefined ? '' : await to('new.part', part, usual.part, oneOf(parts), parts);
  return {
    cell: total,
    of:
      usual.of === undefined
        ? []
        : await to('new.of', several(of), usual.of.join(' '), (text) => itemsOf(text, total, address)),
    part: chosen,
    partLabel: partLabel(edition, chosen),
    words:
      usual.words === undefined
        ? []
        : await to('new.words', several(words), usual.words.join(' '), (text) => written(text).split(/\s+/)),
    limit: usual.limit === undefined ? 0 : await to('new.limit', limit, String(usual.limit), positive),
  };
}

function partLabel(edition: FormEdition, name: string): string {
  const official = partNamed(edition, name);
  return official === undefined ? name : `${official.ordinal}、${official.heading}`;
}

/** Cells that add up to another. */
function itemsOf(text: string, total: string, address: (text: string) => string): string[] {
  const items = [...new Set(written(text).split(/\s+/).map(address))];
  if (items.includes(total)) throw new UsageError('usage.ownItem', { cell: total });
  return items;
}

function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((each) => each === text);
    if (found === undefined)
      throw new UsageError('usage.noChoice', { value: text, choices: choices.join('|') });
    return found;
  };
}

function freeId(text: string, { rules }: RuleSet): string {
  if (!rule.shape.id.safeParse(text).success) throw new UsageError('usage.ruleId', { id: text });
  if (rules.some(({ id }) => id === text)) throw new UsageError('usage.ruleExists', { id: text });
  return text;
}

function knownCell(text: string, addresses: readonly string[]): string {
  if (addresses.includes(text)) return text;
  throw new UsageError('usage.unknownCell', {
    cell: text,
    like: suggest(text, addresses) ?? addresses[0] ?? '',
  });
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('usage.notPositive', { value: text });
  return Number(text);
}

function written(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError('usage.empty');
  return trimmed;
}

function newest({ forms }: RuleSet): RuleSet['forms'][number] {
  const [first] = [...forms].sort((a, b) => b.years.from - a.years.from);
  if (first === undefined) throw new Error('no form edition');
  return first;
}
