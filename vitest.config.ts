import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/sequence.js';

/** Tests of the built program stand apart: they need a build, which no other test should wait for. */
const built = 'test/scenarios/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Loading the program anew for each file took longer than most of the files. So a test leaves nothing changed behind it.
    isolate: false,
    reporters: ['default', './test/tally.ts'],
    setupFiles: ['./test/seed.ts'],
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['{src,test,schema}/**/*.test.ts'],
          exclude: [built],
          // One more than there are cores: who works a browser waits for it most of the time.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: [built],
          globalSetup: 'test/build.ts',
          // Each starts programs of its own; with more beside them the workers of the queue lose their jobs' locks.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
