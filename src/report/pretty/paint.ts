import { Chalk } from 'chalk';
import type { Severity } from '../../model/index.js';

export type Paint = Record<Severity | 'strong' | 'faint' | 'good', (text: string) => string>;

/** Styles by meaning; without colour every text stays as it is. */
export function painter(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow,
    info: chalk.cyan,
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
  };
}
