// The thread of src/cli/worker.ts when the program runs from its sources.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/worker.ts');
