export { explainClaims } from './explain.js';
export type { Lexicon } from './lexicon.js';
export { lexiconFor } from './for-edition.js';
export { readClaims, type ReportContext } from './read-claims.js';
