/** The command line; built, it is one file with all that it needs, see load.ts. */
export const start = async (argv: readonly string[]): Promise<void> => {
  const { commandLine } = await import('../command-line.js');
  await commandLine(argv);
};

/** A thread of it. */
export const work = () => import('../pool/worker.js');
