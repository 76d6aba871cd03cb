import type { Translate } from '../../report/translate.js';

export interface Progress {
  /** So many more than were known before. */
  expect: (more: number) => Promise<void>;
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

/** What shows how far the work is. */
interface Shown {
  update: () => void;
  log: (lines: string) => void;
  stop: () => void;
}

const plainLog = (lines: string) => void process.stderr.write(lines);

/** Shows `said` from now on: a bar where standard error is a terminal, otherwise a line now and then. */
async function show(
  doing: string,
  said: () => { text: string; done: number; total: number },
): Promise<Shown> {
  if (!process.stderr.isTTY) {
    const timer = setInterval(() => plainLog(`${doing} ${said().text}\n`), pause);
    return { update: () => undefined, log: plainLog, stop: () => clearInterval(timer) };
  }
  const { default: progress } = await import('cli-progress');
  const bar = new progress.MultiBar({
    stream: process.stderr,
    format: `${doing} {bar} {said}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  const line = bar.create(said().total, 0, { said: '' });
  return {
    update: () => {
      const { text, done, total } = said();
      line.setTotal(total);
      line.update(done, { said: text });
    },
    log: (lines) => void bar.log(lines),
    stop: () => bar.stop(),
  };
}

/** On standard error, once there is something to wait for: many inputs, or a file that turns out to hold many reports. */
export async function createProgress(
  inputs: number,
  t: Translate,
  doing: 'audit.progress' | 'audit.reading' = 'audit.progress',
): Promise<Progress> {
  const start = performance.now();
  let done = 0;
  let total = inputs;
  const said = () => {
    const all = Math.max(done, total);
    return { text: pace(done, all, performance.now() - start, t), done, total: all };
  };
  let shown: Shown | null = null;
  let starting: Promise<void> | null = null;
  const begin = async () => {
    if (total < many) return;
    starting ??= show(t(doing), said).then((each) => void (shown = each));
    await starting;
  };
  await begin();
  return {
    expect: async (more) => {
      total += more;
      await begin();
    },
    step: () => {
      done += 1;
      shown?.update();
    },
    log: (lines) => (shown?.log ?? plainLog)(lines),
    stop: () => shown?.stop(),
  };
}
