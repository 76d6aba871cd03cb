import manifest from '../../package.json' with { type: 'json' };
import { outputLost, run } from './program.js';

/** The whole of a run: what it prints, and the exit status of the process. */
export async function commandLine(argv: readonly string[]): Promise<void> {
  // A reader that closes the pipe early (`gouji … | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode);
    process.exit(outputLost(argv, error));
  });
  process.exitCode = await run(argv, {
    version: manifest.version,
    worker: new URL(
      import.meta.url.endsWith('.ts') ? '../../scripts/source-worker.mjs' : 'worker.js',
      import.meta.url,
    ),
    code: new URL('..', import.meta.url),
    defaults: new URL('../defaults.bin', import.meta.url),
    page: new URL('../page.html', import.meta.url),
  });
}
