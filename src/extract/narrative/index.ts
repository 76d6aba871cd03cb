export { explainClaims } from './explain.js';
export { LexiconError, parseLexicon, type Lexicon } from './lexicon.js';
export { readClaims, type ReportContext } from './read-claims.js';
