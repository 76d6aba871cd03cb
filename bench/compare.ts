/**
 * Runs two ways by turns and prints the median processor time of each in all its threads, the ratio, and the speed of ours: other work on the
 * machine does not count.
 */
export async function compare(
  name: string,
  ways: { ours: () => unknown; bare: (() => unknown) | null },
  amount: { unit: string; count: number },
  rounds = 20,
): Promise<void> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = -20; round < rounds; round++) {
    for (const way of ['bare', 'ours'] as const) {
      const run = ways[way];
      if (run === null) continue;
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      // The first rounds warm up.
      if (round >= 0) times[way].push((user + system) / 1000);
    }
  }
  const ours = median(times.ours);
  const bare =
    ways.bare === null
      ? ''
      : `, bare ${median(times.bare).toFixed(1)} ms, ratio ${(ours / median(times.bare)).toFixed(2)}`;
  console.log(
    `${name}: ${ours.toFixed(1)} ms${bare}, ${((amount.count / ours) * 1000).toFixed(0)} ${amount.unit}/s`,
  );
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
}
