// The thread of src/cli/pool/worker.ts when the program runs from its sources.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/pool/worker.ts');
