import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of the built program stand apart: they need a build, which no other test should wait for. */
const built = 'test/scenarios/**/*.test.ts';

/** What a worker takes at most, with the browser that it drives, in bytes. */
const memoryOfWorker = 3 * 2 ** 30;

/** Tests that wait for a browser, a server or a program leave their core to those of another worker. */
const workers = Math.min(Math.ceil(availableParallelism() * 1.5), Math.floor(totalmem() / memoryOfWorker));

export default defineConfig({
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: Math.max(1, workers),
    // Loading the program anew for each file took longer than most of the files. So a test leaves nothing changed behind it.
    isolate: false,
    reporters: ['default', './test/tally.ts'],
    setupFiles: ['./test/seed.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'source', include: ['{src,test,schema}/**/*.test.ts'], exclude: [built] },
      },
      {
        extends: true,
        test: { name: 'built', include: [built], globalSetup: 'test/build.ts' },
      },
    ],
  },
});
