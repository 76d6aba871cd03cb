import { defineConfig } from 'vitest/config';

/** Tests of the built program stand apart: they need a build, which no other test should wait for. */
const built = 'test/scenarios/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // By itself vitest leaves one core to the process that hands the files out, which has little to do.
    maxWorkers: '100%',
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
