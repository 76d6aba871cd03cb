import type { Cell, CellAddress } from '../../src/model/index.js';
import type { Printed } from '../generators/print/index.js';

/** What is wrong with the cells read from a printed report, one line per address; empty: nothing. */
export function misread(printed: Printed, cells: Record<CellAddress, Cell>): string[] {
  const unexpected = Object.entries(cells)
    .filter(([address, cell]) => printed.cells[address] === undefined && cell.value !== null)
    .map(([address, cell]) => `${address}: the form has no such cell, read ${cell.value}`);
  return [
    ...unexpected,
    ...Object.entries(printed.cells).flatMap(([address, { text, state, value }]) => {
      const cell = cells[address];
      if (cell?.state === state && cell.value === value) return [];
      const unread = cell === undefined || cell.state === 'unreadable' || cell.state === 'absent';
      if (printed.fidelity === 'lossy' && unread && (cell?.value ?? null) === null) return [];
      return [`${address}: printed ${JSON.stringify(text)} (${state}), read ${cell?.state} ${cell?.value}`];
    }),
  ];
}

/** Numbers that were read although nothing of the kind was printed at their address. */
export function invented(printed: Printed, cells: Record<CellAddress, Cell>): string[] {
  return Object.entries(cells).flatMap(([address, cell]) => {
    if (cell.value === null || cell.value === printed.cells[address]?.value) return [];
    return [`${address}: printed ${JSON.stringify(printed.cells[address]?.text)}, read ${cell.value}`];
  });
}
