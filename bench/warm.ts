import { parse } from 'parse5';
import { auditReport, type Resources } from '../src/audit/audit.js';
import { cpuTime, median, medianTime } from './median.js';

export interface Input {
  name: string;
  bytes: Uint8Array;
}

/** Median milliseconds per report in one warm process. */
export interface Warm {
  total: number;
  /** Processor time of the same, which other programs on the machine do not lengthen. */
  cpu: number;
  /** The same bytes, only decoded and split into lines, or parsed by parse5. */
  bare: number;
  extract: number;
  evaluate: number;
  conclude: number;
}

function bareParse({ name, bytes }: Input): unknown {
  const text = new TextDecoder().decode(bytes);
  return name.endsWith('.html') ? parse(text) : text.split('\n').map((line) => line.split(/[\t|]/));
}

type Stages = Pick<Warm, 'extract' | 'evaluate' | 'conclude'>;

/** Milliseconds of the stages of one audit. */
async function stages({ name, bytes }: Input, resources: Resources): Promise<Stages> {
  const times = { extract: 0, evaluate: 0, conclude: 0 };
  let last = performance.now();
  await auditReport(bytes, resources, { name, lang: 'zh-CN' }, (stage) => {
    const now = performance.now();
    times[stage] = now - last;
    last = now;
  });
  return times;
}

async function measure(input: Input, resources: Resources, runs: number): Promise<Warm> {
  const audit = () => auditReport(input.bytes, resources, { name: input.name, lang: 'zh-CN' });
  const total = await medianTime(audit, runs);
  const cpu = await cpuTime(audit, runs);
  const bare = await medianTime(() => bareParse(input), runs);
  const each: Stages[] = [];
  for (let turn = 0; turn < runs; turn++) each.push(await stages(input, resources));
  return {
    total,
    cpu,
    bare,
    extract: median(each.map((times) => times.extract)),
    evaluate: median(each.map((times) => times.evaluate)),
    conclude: median(each.map((times) => times.conclude)),
  };
}

/** Over several reports, the median of each figure. */
export async function warm(inputs: readonly Input[], resources: Resources, runs = 60): Promise<Warm> {
  const all: Warm[] = [];
  for (const input of inputs) all.push(await measure(input, resources, runs));
  const middle = (of: keyof Warm): number => median(all.map((one) => one[of]));
  return {
    total: middle('total'),
    cpu: middle('cpu'),
    bare: middle('bare'),
    extract: middle('extract'),
    evaluate: middle('evaluate'),
    conclude: middle('conclude'),
  };
}
