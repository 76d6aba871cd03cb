/** Middle of the measured values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** Median milliseconds of many runs, after as many that only warm up the engine. */
export async function medianTime(run: () => unknown, runs: number): Promise<number> {
  for (let turn = 0; turn < runs; turn++) await run();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Milliseconds of processor time, all threads together, on average. */
export async function cpuTime(run: () => unknown, runs: number): Promise<number> {
  const before = process.cpuUsage();
  for (let turn = 0; turn < runs; turn++) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / runs;
}
