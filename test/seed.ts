import * as fc from 'fast-check';

/**
 * Properties draw the same examples in every run, so that a run says something about the change and not about luck. `GOUJI_SEED` explores
 * others: a number, or `random`.
 */
const seed = process.env['GOUJI_SEED'];

if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed ?? 20_211_231) });
