import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  seconds: number;
  /** Seconds of processor time, all threads together; `null` where the system does not tell. */
  processor: number | null;
  /** Largest resident set in MB; `null` where the system does not tell. */
  megabytes: number | null;
  status: number | null;
}

function told<T>(file: string, from: (text: string) => T): T | null {
  try {
    return from(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Largest resident set so far of a process, threads included, in MB. */
function peak(pid: number | undefined): number | null {
  const found = told(`/proc/${pid}/status`, (text) => /VmHWM:\s+(\d+) kB/.exec(text)?.[1]);
  return found == null ? null : Number(found) / 1024;
}

/** Seconds of processor time of all children that have ended. */
function spent(): number | null {
  return told('/proc/self/stat', (text) => {
    // The fields after the name of the program, which stands in brackets; ticks of a hundredth of a second.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  });
}

/** Runs Node with the arguments from a cold start to its end, nothing else beside it. */
export function command(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const before = spent();
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
      const seconds = (performance.now() - start) / 1000;
      const after = spent();
      const processor = before === null || after === null ? null : after - before;
      resolve({ seconds, processor, megabytes, status });
    });
  });
}
