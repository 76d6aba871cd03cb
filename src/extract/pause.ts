/**
 * Between two stages of the work: lets the event loop turn, so that a signal that waits for a time can be given, and ends the work when it was. Costs nothing without
 * a signal.
 * @throws the reason of the signal
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  signal.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}
