import * as z from 'zod';

/** Levels and kinds of agencies as rules name them. */
export const level = z.enum(['central', 'province', 'city', 'county', 'township']);
export const kind = z.enum(['government', 'office', 'department', 'institution']);
