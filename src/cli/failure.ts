export { failureOf } from '../report/failure.js';
