import type { Audit } from '../../model/index.js';
import type { Context } from '../renderer.js';
import { goneFindings } from './changes.js';
import { claims } from './claims.js';
import { findings } from './findings.js';
import { html, nothing, type Markup } from './markup.js';
import { page } from './page.js';
import { auditScript } from './script.js';
import { auditStyle } from './style.js';
import { gaps, provenance, steps, summary, titleOf } from './summary.js';
import { tables } from './tables.js';
import { viewOf, type View } from './view.js';

function navigation({ audit, t }: View): Markup {
  const link = (to: string, text: string) => html`<li><a href="#${to}">${text}</a></li>`;
  return html`<a class="skip" href="#findings">${t('html.skip')}</a>
    <nav aria-label="${t('html.nav')}">
      <ul>
        ${link('result', t('html.top'))} ${link('steps', t('html.steps'))}
        ${link('findings', t('html.findings'))} ${link('tables', t('html.tables'))}
        ${link('claims', t('html.claims'))}
        ${audit.notAssessable.length === 0 ? nothing : link('gaps', t('html.gaps'))}
      </ul>
    </nav>`;
}

/** The page of one audit: one file, nothing to load. */
export function auditPage(audit: Audit, context: Context): string {
  const view = viewOf(audit, context);
  const body = html`${navigation(view)}
    <main id="result">
      ${summary(view)} ${steps(view)} ${findings(view)} ${goneFindings(view)} ${tables(view)} ${claims(view)}
      ${gaps(view)}
    </main>
    ${provenance(view)}
    <div id="tip" role="tooltip" hidden></div>`;
  return page({ lang: context.lang, title: titleOf(view), style: auditStyle, script: auditScript, body });
}
