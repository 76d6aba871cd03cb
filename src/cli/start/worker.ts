import { loadProgram } from './load.js';

void loadProgram(new URL('.', import.meta.url)).program.work();
