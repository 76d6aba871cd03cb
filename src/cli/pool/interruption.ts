/** Ends the work early and in order on Ctrl-C; a second Ctrl-C ends the program at once. */
export function interruption(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const each of signals) process.once(each, stop);
  return {
    signal: controller.signal,
    end: () => {
      for (const each of signals) process.removeListener(each, stop);
    },
  };
}
