import type { Audit, CellAddress } from '../../model/index.js';
import { causesOf, type Cause } from '../findings/causes.js';
import { relationTexts } from '../findings/evidence.js';
import { tablesOf, type DrawnTable } from '../tables/grid.js';
import { cellLabels, cellNames, type CellName } from '../labels.js';
import { flagsOf, type Flag } from '../tables/marks.js';
import type { Context } from '../renderer.js';
import type { Translate } from '../translate.js';
import { html, type Markup } from './markup.js';

/** What every part of the page of one audit needs. */
export interface View {
  audit: Audit;
  context: Context;
  t: Translate;
  names: ReadonlyMap<CellAddress, CellName>;
  labelOf: (address: CellAddress) => string;
  /** What a relation of the form is called, by its name. */
  relationText: (name: string) => string;
  tables: DrawnTable[];
  /** Cells that stand in a table of the page and can be jumped to. */
  drawn: ReadonlySet<CellAddress>;
  flags: ReadonlyMap<CellAddress, Flag>;
  causes: Cause[];
  /** The number of the problem that a finding belongs to, by the id of the finding. */
  problemOf: ReadonlyMap<string, number>;
}

export function viewOf(audit: Audit, context: Context): View {
  const { t, forms } = context;
  const tables = tablesOf(audit, forms);
  const causes = causesOf(audit);
  return {
    audit,
    context,
    t,
    names: cellNames(forms, audit.layout.id, t),
    labelOf: cellLabels(forms, audit.layout.id, t),
    relationText: relationTexts(forms, audit.layout.id, t),
    tables,
    drawn: new Set(
      tables.flatMap(({ blocks }) =>
        blocks.flatMap(({ grid }) => grid.rows.flatMap(({ addresses }) => addresses)),
      ),
    ),
    flags: flagsOf(audit),
    causes,
    problemOf: new Map(
      causes.flatMap(({ findings }, index) => findings.map(({ id }): [string, number] => [id, index + 1])),
    ),
  };
}

/** A text that leads to the cell in its table, if it is drawn. */
export function toCell({ drawn }: View, address: CellAddress, text: string | Markup): Markup {
  return drawn.has(address) ? html`<a href="#c-${address}">${text}</a>` : html`<span>${text}</span>`;
}
