import { loadProgram } from './load.js';

await loadProgram(new URL('.', import.meta.url)).program.work();
