/**
 * What comes of each item, in the order of the items, with at most `ahead` of them begun before their turn. Ends early once the signal says
 * so, and does not wait for what has not come of yet.
 */
export async function* inOrder<Item, Outcome>(
  items: Iterable<Item>,
  begin: (item: Item) => Promise<Outcome>,
  ahead: number,
  signal?: AbortSignal,
): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  const iterator = items[Symbol.iterator]();
  for (;;) {
    while (running.length < ahead && signal?.aborted !== true) {
      const next = iterator.next();
      if (next.done === true) break;
      const outcome = begin(next.value);
      // A failure is thrown when its turn comes, not before.
      outcome.catch(() => undefined);
      running.push(outcome);
    }
    const first = running.shift();
    if (first === undefined) return;
    const settled = await unlessStopped(first, signal);
    if (settled === null) return;
    yield settled.outcome;
  }
}

/** `null` when the signal comes first. No race: one that lasts as long as the signal would keep every outcome in memory. */
function unlessStopped<Outcome>(
  promise: Promise<Outcome>,
  signal: AbortSignal | undefined,
): Promise<{ outcome: Outcome } | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
    promise
      .then((outcome) => resolve({ outcome }), reject)
      .finally(() => signal?.removeEventListener('abort', stop));
  });
}

/** Runs at most `count` of the tasks that it is given at a time, the others in the order they came. */
export function limited(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
