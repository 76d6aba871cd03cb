import { expect, test } from 'vitest';
import { areRegisters, openFiles } from './index.js';
import { loadRegisterVocabulary } from '../defaults/defaults.js';

const isRegister = async (text: string) =>
  areRegisters(
    await openFiles([{ name: 'a.txt', bytes: new TextEncoder().encode(text) }]),
    loadRegisterVocabulary(),
  );

test('clauses between commas are no cells of a register', async () => {
  expect(await isRegister('规范申请登记,受理,答复方式,办理结果和送达。\n全年收到申请0件,没有复议。')).toBe(
    false,
  );
  expect(
    await isRegister('规范申请登记，受理日期，答复日期，办理结果，申请人类型；\n收到申请0件，没有复议。'),
  ).toBe(false);
  expect(
    await isRegister('编号,申请日期,申请人类型,答复日期,办理结果\n1,2023-01-05,自然人,2023-01-20,予以公开'),
  ).toBe(true);
});
