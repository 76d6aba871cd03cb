// The program from its sources; start/ is how it begins when it is built.
import { commandLine } from './command-line.js';

await commandLine(process.argv.slice(2));
