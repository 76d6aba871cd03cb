import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOfForm, type FormEdition } from '../../../src/model/index.js';
import { relationInstances } from '../../../src/form/relations.js';
import { editions } from './forms.js';
import { consistentCells, type Values } from './tables.js';

/** Written out against the relations that the form data states, not against the generator's own way of adding up. */
function brokenRelations(form: FormEdition, values: Values): string[] {
  const value = (address: string): number => {
    const found = values[address];
    if (found === undefined) throw new Error(`no value for ${address}`);
    return found;
  };
  const side = (cells: readonly string[]): number => cells.reduce((total, cell) => total + value(cell), 0);
  return relationInstances(form).flatMap(({ left, right }) =>
    side(left) === side(right) ? [] : [right[0] ?? ''],
  );
}

describe.each(Object.values(editions))('edition $id', (form) => {
  test('every generated table satisfies every relation of the form', () => {
    fc.assert(
      fc.property(consistentCells(form), (values) => {
        expect(Object.keys(values)).toEqual(cellsOfForm(form).map((cell) => cell.address));
        expect(brokenRelations(form, values)).toEqual([]);
      }),
    );
  });

  test('only columns that the form marks as signed go below zero', () => {
    const signed = new Set(
      cellsOfForm(form)
        .filter((cell) => cell.column.label.signed)
        .map((cell) => cell.address),
    );
    fc.assert(
      fc.property(consistentCells(form), (values) => {
        expect(
          Object.entries(values).filter(([address, value]) => value < 0 && !signed.has(address)),
        ).toEqual([]);
      }),
    );
  });

  test('the full shape leaves no cell at zero', () => {
    fc.assert(
      fc.property(consistentCells(form, 'full'), (values) => {
        expect(brokenRelations(form, values)).toEqual([]);
        expect(Object.entries(values).filter(([, value]) => value <= 0)).toEqual([]);
      }),
    );
  });
});
