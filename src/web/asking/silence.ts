/** A worker that gives no sign for longer, in milliseconds, is given up, as on the command line. */
const longest = 120_000;

/** `comes` when the worker has given no sign for too long, unless it is stopped before. Recognition gives one for every piece that it has read. */
export function silenceOf({ lastSign }: { lastSign: () => number }): {
  comes: Promise<void>;
  stop: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = performance.now();
  const comes = new Promise<void>((resolve) => {
    const look = () => {
      const left = Math.max(asked, lastSign()) + longest - performance.now();
      if (left <= 0) resolve();
      else timer = setTimeout(look, left);
    };
    look();
  });
  return { comes, stop: () => clearTimeout(timer) };
}
