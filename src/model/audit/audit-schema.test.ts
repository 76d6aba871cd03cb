import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { auditSchema } from './audit-schema.js';
import type { Audit } from './audit.js';

test('the published schema and the type say the same', () => {
  expectTypeOf<z.infer<typeof auditSchema>>().toEqualTypeOf<Audit>();
});
