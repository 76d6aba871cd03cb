import type { Failure } from '../../report/renderer.js';
import type { Handed } from '../input/handed.js';
import type { Source } from '../input/sources.js';

/** How far the reading is. */
export interface Pace {
  done: number;
  all: number;
  /** Milliseconds that the work has taken, without those in which it stood still. */
  took: number;
  paused: boolean;
  working: boolean;
}

interface Deeds {
  /** How many workers there are. */
  size: number;
  receive: (document: Handed, source: Source) => Promise<void>;
  onFailure: (failure: Failure) => void;
  onChange: () => void;
  /** Nothing is being read any more; `finished`: nor waits to be. */
  onRest: (finished: boolean) => Promise<void>;
}

/** Reads files when their turn comes, one more at a time than there are workers: while they work, the next is read. */
export function createReading({ size, receive, onFailure, onChange, onRest }: Deeds) {
  const queue: Source[] = [];
  const names = new Set<string>();
  let [done, all, readers] = [0, 0, 0];
  let [paused, since, before] = [false, 0, 0];

  /** A document that has the name of another one gets a number. */
  function ownName(name: string): string {
    let own = name;
    for (let count = 2; names.has(own); count += 1) own = `${name} (${count})`;
    names.add(own);
    return own;
  }

  async function read(): Promise<void> {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      if (paused) {
        queue.unshift(source);
        return;
      }
      const name = ownName(source.name);
      try {
        await receive({ name, bytes: await source.read() }, source);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        onFailure({
          name,
          kind: 'unreadable',
          code: 'internal',
          reason,
          remedy: '',
          place: null,
          details: [],
        });
      }
      done += 1;
      onChange();
    }
  }

  function start(): void {
    if (since === 0) since = performance.now();
    for (let free = Math.min(size + 1 - readers, queue.length); free > 0; free -= 1) {
      readers += 1;
      void read().then(ended);
    }
  }

  async function ended(): Promise<void> {
    readers -= 1;
    if (readers > 0) return;
    before += since === 0 ? 0 : performance.now() - since;
    since = 0;
    await onRest(queue.length === 0);
    onChange();
  }

  function take(sources: readonly Source[]): void {
    all += sources.length;
    queue.push(...sources);
    onChange();
    start();
  }

  return {
    pace: (): Pace => ({
      done,
      all,
      took: before + (since === 0 ? 0 : performance.now() - since),
      paused,
      working: readers > 0 || queue.length > 0,
    }),
    isReading: () => readers > 0,
    take,
    pause(on: boolean): void {
      paused = on;
      if (!on) start();
      onChange();
    },
    /** Takes files again that were read under these names. */
    again(read: ReadonlyMap<string, Source>): void {
      for (const name of read.keys()) names.delete(name);
      take([...read.values()]);
    },
    /** Names that other documents must not have. */
    reserve(taken: readonly string[]): void {
      for (const name of taken) names.add(name);
    },
  };
}
