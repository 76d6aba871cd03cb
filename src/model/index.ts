export * from './audit.js';
export * from './claim.js';
export * from './document.js';
export * from './errors.js';
export * from './form.js';
export * from './location.js';
export * from './report.js';
