export { explainClaims } from './explain.js';
export type { Lexicon } from './lexicon/lexicon.js';
export { lexiconFor } from './lexicon/for-edition.js';
export { readClaims, type ReportContext } from './read-claims.js';
