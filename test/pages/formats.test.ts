import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { auditReport } from '../../src/audit/audit.js';
import type { Audit } from '../../src/model/index.js';
import { failureOf } from '../../src/report/failure.js';
import { causesOf, causeTitle, worstOf } from '../../src/report/findings/causes.js';
import type { Failure } from '../../src/report/renderer.js';
import { translator } from '../../src/report/translate.js';
import { full } from '../depth.js';
import {
  drop,
  noBrowser,
  openBrowser,
  resources,
  selfCheckPage,
  type Shown,
  type Viewer,
} from './browser.js';

const t = translator('zh-CN');

/** Reports in the folders that the variables name; JSON documents beside them hold what is known of them. */
const all = ['GOUJI_FORMATS', 'GOUJI_REAL'].flatMap((variable) => {
  const folder = process.env[variable];
  return folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => !/\.(?:json|md)$/.test(name))
        .sort()
        .map((name) => join(folder, name));
});
const ending = (path: string) => path.slice(path.lastIndexOf('.'));
/** At small depth the first of each kind of file. */
const paths = all.filter(
  (path, at) => full || all.findIndex((other) => ending(other) === ending(path)) === at,
);

/** What the command line makes of a file. */
const answerOf = (name: string, bytes: Uint8Array): Promise<Audit | Failure> =>
  auditReport(bytes, resources, { name, lang: 'zh-CN' }).catch((error: unknown) =>
    failureOf(name, error, 'zh-CN', t),
  );

/** The problems that the list of the verdict must name, in order: all but hints that nothing can be done about on the spot. */
const graveIn = (audit: Audit): string[] =>
  causesOf(audit)
    .filter(({ findings, repair }) => worstOf(findings) !== 'info' || repair !== null)
    .map((cause) => (cause.findings.length === 1 ? (cause.findings[0]?.title ?? '') : causeTitle(cause, t)));

/** What stands in the cells; nothing where nothing was read. */
const textsIn = ({ cells }: Audit): [string, string][] =>
  Object.entries(cells).map(([address, { state, raw }]) => [
    address,
    ['blank', 'absent', 'unreadable'].includes(state) ? '' : raw,
  ]);

const fieldsOf = (page: Page): Promise<[string, string][]> =>
  page
    .locator('#fields .tables input')
    .evaluateAll((all) => all.map((each) => [each.id.slice(2), (each as HTMLInputElement).value]));

/** Those with a text, by address. */
const written = (texts: readonly [string, string][]) =>
  Object.fromEntries(texts.filter(([, text]) => text !== ''));

const about = noBrowser ?? (paths.length === 0 ? 'set GOUJI_FORMATS or GOUJI_REAL to a folder' : null);

describe.skipIf(about !== null)(`reports dropped on the page${about === null ? '' : `: ${about}`}`, () => {
  let viewer: Viewer;
  let shown: Shown;
  beforeAll(async () => {
    const [opened, text] = await Promise.all([openBrowser(), selfCheckPage()]);
    viewer = opened;
    shown = await viewer.show(text);
  });
  afterEach(() => shown.page.locator('.again:visible').first().click());
  afterAll(() => viewer.close());

  test.each(paths)(
    '%s: the verdict, the list and the figures are those of the command line',
    async (path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const bytes = new Uint8Array(readFileSync(path));
      const expected = await answerOf(name, bytes);
      const { page, complaints } = shown;
      await drop(page, { [name]: bytes });
      if ('reason' in expected) {
        const said = await page.locator('#failure dd').allInnerTexts();
        expect(said).toEqual([name, expected.reason, expected.remedy]);
      } else {
        const shown = await fieldsOf(page);
        const findings = await page
          .locator('#audit .finding')
          .evaluateAll((each) => each.map(({ id }) => id));
        expect({
          verdict: await page.locator('[data-part=verdict]').getAttribute('data-verdict'),
          list: await page.locator('#places li b').allTextContents(),
          findings: findings.sort(),
          texts: written(shown),
          withoutCell: shown.filter(([address]) => !Object.hasOwn(expected.cells, address)),
        }).toEqual({
          verdict: expected.verdict,
          list: graveIn(expected),
          findings: expected.findings.map(({ id }) => id).sort(),
          texts: written(textsIn(expected)),
          withoutCell: [],
        });
      }
      expect(complaints).toEqual([]);
    },
  );
});
