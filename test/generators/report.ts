import * as fc from 'fast-check';
import { agencies, type MadeUpAgency } from './agency.js';
import { chooser, choices } from './form/choices.js';
import { editions, type EditionId } from './form/forms.js';
import { partsOf, prefaceOf, titleOf, type Part, type Subject } from './prose/index.js';
import { consistentCells, shapes, type Shape, type Values } from './form/tables.js';
import type { FormEdition } from '../../src/model/index.js';

/** Everything a report says, before anyone prints it. */
export interface ReportModel {
  form: FormEdition;
  agency: MadeUpAgency;
  year: number;
  title: string;
  preface: string[];
  parts: Part[];
  values: Values;
}

export interface ReportConstraints {
  edition?: EditionId | FormEdition;
  shape?: Shape;
  agency?: fc.Arbitrary<MadeUpAgency>;
}

const yearsOf: Record<EditionId, [number, number]> = { '2019': [2019, 2020], '2021': [2021, 2025] };

function write(subject: Subject, picks: readonly number[]): ReportModel {
  const choose = chooser(picks);
  return {
    ...subject,
    title: titleOf(subject, choose),
    preface: prefaceOf(subject, choose),
    parts: partsOf(subject, choose),
  };
}

/** A report whose tables balance and whose prose says what the tables say. */
export function reports(constraints: ReportConstraints = {}): fc.Arbitrary<ReportModel> {
  const edition =
    constraints.edition === undefined
      ? fc.oneof(
          { weight: 3, arbitrary: fc.constant<EditionId>('2021') },
          { weight: 1, arbitrary: fc.constant<EditionId>('2019') },
        )
      : fc.constant<EditionId | FormEdition>(constraints.edition);
  const shape = constraints.shape === undefined ? shapes : fc.constant(constraints.shape);
  return fc
    .tuple(edition, constraints.agency ?? agencies)
    .chain(([id, agency]) => {
      const form = typeof id === 'string' ? editions[id] : id;
      const [min, max] = typeof id === 'string' ? yearsOf[id] : [id.years.from, id.years.from + 4];
      return fc.record({
        form: fc.constant(form),
        agency: fc.constant(agency),
        year: fc.integer({ min, max }),
        values: consistentCells(form, shape, agency.scope),
        picks: choices,
      });
    })
    .map(({ picks, ...subject }) => write(subject, picks));
}
