import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files of tests that take long: they work a browser, an office program or text recognition. One that began last would be waited for. */
const slow = /\/test\/(?:pages|printed|demands)\//;

/** Those first, then the others as Vitest has them, the largest files first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((each) => !isSlow(each))];
  }
}
