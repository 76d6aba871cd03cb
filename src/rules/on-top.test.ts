import { expect, test } from 'vitest';
import { loadDefaultRules } from '../defaults/defaults.js';
import { loadRules } from './load/load.js';
import { YamlError } from '../yaml/problem.js';
import { forms, rules as base } from '../../test/fixtures/defaults.js';

const overlay = (text: string) => ({ name: 'local.yaml', text });

test('files on top of a loaded set make the same set as all files together', () => {
  const local = overlay('disable: [T3-BALANCE]\nchange: [{ id: T4-SUM, severity: info }]');
  const onTop = loadRules([local], forms, base);
  expect(onTop).toEqual(loadDefaultRules(forms, [local]));
  expect(onTop.overlays).toEqual({ files: ['local.yaml'], alone: false });
  expect(base.overlays).toEqual({ files: [], alone: false });
  expect(onTop.rules.length).toBe(base.rules.length - 1);
  expect(loadRules([], forms, base)).toEqual(base);
});

test('an id of the loaded set cannot be used again', () => {
  const [rule] = base.rules;
  const again = overlay(JSON.stringify({ rules: [rule] }));
  const problems = () => {
    try {
      loadRules([again], forms, base);
      return [];
    } catch (error) {
      if (error instanceof YamlError) return error.problems;
      throw error;
    }
  };
  expect(problems()).toEqual([
    {
      code: 'duplicate-id',
      file: 'local.yaml',
      line: 1,
      column: expect.any(Number) as number,
      values: { id: rule?.id, first: 'rules.yaml' },
      suggestion: null,
    },
  ]);
});
