import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { editions } from '../../../test/generators/form/forms.js';
import { cellsOfBlock, type Cell } from '../../model/index.js';
import { tablesOf } from './grid.js';

const forms = [editions['2021'], editions['2019']];

/** The sub-tables that both editions have, in the order of the form. */
const shared = editions['2021'].tables.flatMap((table) =>
  table.blocks.flatMap(({ id }) => {
    const both = forms.map((form) => {
      const own = form.tables.find((each) => each.id === table.id);
      const block = own?.blocks.find((each) => each.id === id);
      return own === undefined || block === undefined
        ? []
        : cellsOfBlock(own, block).map(({ address }) => address);
    });
    return both.some((cells) => cells.length === 0) ? [] : [both];
  }),
);

const cell: Cell = { value: 0, raw: '0', state: 'number', at: null, confidence: 1 };

test.prop([fc.tuple(...shared.map((both) => fc.constantFrom(...both)))])(
  'of a document that mixes editions each sub-table is drawn as its edition has it, in the order of the form',
  (chosen) => {
    const cells = Object.fromEntries(chosen.flat().map((address) => [address, cell]));
    const drawn = tablesOf({ layout: { id: 'mixed' }, cells }, forms).flatMap(({ blocks }) =>
      blocks.map(({ grid }) => grid.rows.flatMap(({ addresses }) => addresses)),
    );
    expect(drawn).toEqual(chosen);
  },
);
