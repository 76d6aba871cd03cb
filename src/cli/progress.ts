import type { Translate } from '../report/translate.js';

export interface Progress {
  step: () => void;
  /** Writes lines to standard error without breaking the bar. */
  log: (lines: string) => void;
  stop: () => void;
}

/** Inputs from which a bar is worth showing. */
const many = 20;

/** A bar on standard error when it is a terminal and there is something to wait for; otherwise only the log. */
export async function createProgress(total: number, t: Translate): Promise<Progress> {
  const log = (lines: string) => void process.stderr.write(lines);
  if (!process.stderr.isTTY || total < many) return { step: () => undefined, log, stop: () => undefined };
  const { default: progress } = await import('cli-progress');
  const bar = new progress.MultiBar({
    stream: process.stderr,
    format: `${t('audit.progress')} {bar} {value}/{total}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  const line = bar.create(total, 0);
  return { step: () => line.increment(), log: (lines) => bar.log(lines), stop: () => bar.stop() };
}
