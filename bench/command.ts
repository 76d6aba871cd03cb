import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  seconds: number;
  /** Largest resident set in MB; `null` where the system does not tell. */
  megabytes: number | null;
  status: number | null;
}

/** Largest resident set so far of a process, threads included, in MB. */
function peak(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

/** Runs Node with the arguments from a cold start to its end. */
export function command(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let megabytes: number | null = null;
    const watch = setInterval(() => {
      megabytes = peak(child.pid) ?? megabytes;
    }, 20);
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes, status });
    });
  });
}
