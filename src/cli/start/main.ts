#!/usr/bin/env node
import { loadProgram } from './load.js';

void loadProgram(new URL('.', import.meta.url)).program.start(process.argv.slice(2));
