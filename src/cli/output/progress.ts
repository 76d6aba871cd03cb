import type { Translate } from '../../report/translate.js';

export interface Progress {
  step: () => void;
  /** Writes lines to standard error without breaking the bar. */
  log: (lines: string) => void;
  stop: () => void;
}

/** Inputs from which progress is worth showing. */
const many = 20;

/** Milliseconds between two lines where there is no terminal for a bar. */
const pause = 10_000;

/** Seconds as `1:05` or `2:03:04`. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const two = (value = 0) => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** How many of `total` are done, how many a second, and how long the others will take. */
export function pace(done: number, total: number, milliseconds: number, t: Translate): string {
  const rate = (1000 * done) / Math.max(1, milliseconds);
  const remaining = rate === 0 ? '–' : clock(Math.ceil((total - done) / rate));
  return t('audit.pace', { done, total, rate: rate < 10 ? rate.toFixed(1) : Math.round(rate), remaining });
}

/** On standard error, when there is something to wait for: a bar where it is a terminal, otherwise a line now and then. */
export async function createProgress(
  total: number,
  t: Translate,
  doing: 'audit.progress' | 'audit.reading' = 'audit.progress',
): Promise<Progress> {
  const log = (lines: string) => void process.stderr.write(lines);
  if (total < many) return { step: () => undefined, log, stop: () => undefined };
  const start = performance.now();
  let done = 0;
  // An archive may hold several reports.
  const said = () => pace(done, Math.max(done, total), performance.now() - start, t);
  if (!process.stderr.isTTY) {
    const timer = setInterval(() => log(`${t(doing)} ${said()}\n`), pause);
    return { step: () => (done += 1), log, stop: () => clearInterval(timer) };
  }
  const { default: progress } = await import('cli-progress');
  const bar = new progress.MultiBar({
    stream: process.stderr,
    format: `${t(doing)} {bar} {said}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  const line = bar.create(total, 0, { said: '' });
  return {
    step: () => {
      done += 1;
      line.setTotal(Math.max(done, total));
      line.update(done, { said: said() });
    },
    log: (lines) => void bar.log(lines),
    stop: () => bar.stop(),
  };
}
