import { sharedFolder } from '../../model/index.js';
import { attendanceLines } from '../office/attendance.js';
import { changesText, overallChanges } from '../findings/changes.js';
import { failureGroups } from '../failure.js';
import { byRank, frequentRules, gradeCounts, ranksOf } from '../office/league.js';
import { auditPage } from '../md/audit-page.js';
import { link, plain, table } from './markdown.js';
import { percent } from '../percent.js';
import type { Context, Failure, Part, Renderer, Summary } from '../renderer.js';

type Entry = Extract<Part, { kind: 'audit' }>;

/** Rules named as the most frequent ones. */
const frequent = 10;

function league(entries: readonly Entry[], { t }: Context): string {
  const folder = sharedFolder(entries.map(({ summary }) => summary.name));
  const ranked = [...entries].sort((one, other) => byRank(one.summary, other.summary));
  const ranks = ranksOf(ranked.map(({ summary }) => summary));
  return table(
    [
      [t('column.rank'), true],
      [t('column.grade'), false],
      [t('column.score'), true],
      [t('summary.share'), true],
      [t('severity.error'), true],
      [t('severity.warning'), true],
      [t('severity.info'), true],
      [t('column.year'), true],
      [t('column.agency'), false],
      [t('column.file'), false],
    ],
    ranked.map(({ summary, document }, index) => {
      const rank = ranks[index];
      const { grade, score, share, counts, year, name } = summary;
      const agency = summary.agency ?? t('pretty.untitled');
      return [
        rank == null ? '-' : String(rank),
        grade,
        score === null ? '-' : String(score),
        percent(share),
        String(counts.error),
        String(counts.warning),
        String(counts.info),
        year === null ? '-' : String(year),
        document === undefined ? plain(agency) : link(agency, document),
        plain(name.slice(folder.length)),
      ];
    }),
  );
}

/** What has become of the findings since the baseline, if there is one. */
function changesSince(summaries: readonly Summary[], { t }: Context): string[] {
  const counts = overallChanges(summaries);
  return counts === null ? [] : ['', `## ${t('changes.title')}`, '', plain(changesText(counts, t))];
}

/** How the reports match the roster, if there is one. */
function roster({ attendance, t }: Context): string[] {
  if (attendance == null) return [];
  const lines = attendanceLines(attendance, t).flatMap(({ heading, items }) => [
    `- ${plain(heading)}`,
    ...items.map((item) => `  - ${plain(item)}`),
  ]);
  const title = `## ${plain(t('attendance.title', { count: attendance.agencies }))}`;
  return ['', title, '', ...(lines.length === 0 ? [t('attendance.complete')] : lines)];
}

function overview(entries: readonly Entry[], failures: readonly Failure[], context: Context): string[] {
  const { t } = context;
  const summaries = entries.map(({ summary }) => summary);
  const counts = gradeCounts(summaries).filter(({ count }) => count > 0);
  const rules = frequentRules(summaries).slice(0, frequent);
  return [
    `# ${t('index.title')}`,
    '',
    `${t('index.count', { count: summaries.length })}${t('text.stop')}${t('summary.distribution')}${counts.map((each) => t('summary.gradeCount', each)).join(t('pretty.list'))}`,
    '',
    league(entries, context),
    ...(rules.length === 0
      ? []
      : [
          '',
          `## ${t('index.frequent')}`,
          '',
          table(
            [
              [t('column.title'), false],
              [t('column.rule'), false],
              [t('column.count'), true],
            ],
            rules.map(({ title, rule, count }) => [plain(title), plain(rule), String(count)]),
          ),
        ]),
    ...changesSince(summaries, context),
    ...roster(context),
    ...failureGroups(failures, t).flatMap((group) => [
      '',
      `## ${group.title}`,
      '',
      table(
        [
          [t('column.file'), false],
          [t('column.reason'), false],
          [t('column.remedy'), false],
        ],
        group.failures.map(({ name, reason, remedy }) => [plain(name), plain(reason), plain(remedy)]),
      ),
    ]),
  ];
}

/** A page of Markdown; of several audits the league table first, then the page of each that has no file of its own. */
export const md: Renderer = {
  extension: 'md',
  combined: true,
  separate: true,
  part: auditPage,
  async *document(parts, context) {
    const entries: Entry[] = [];
    const failures: Failure[] = [];
    for await (const part of parts) {
      if (part.kind === 'failure') failures.push(part.failure);
      else entries.push(part);
    }
    const [only] = entries;
    if (entries.length === 1 && failures.length === 0 && only?.document === undefined) {
      yield [only?.text ?? '', ...roster(context).map((line) => `${line}\n`)].join('');
      return;
    }
    yield `${overview(entries, failures, context).join('\n')}\n`;
    for (const { text, document } of entries) if (document === undefined) yield `\n---\n\n${text}`;
  },
};
