import type * as z from 'zod';

export type Zod = typeof z;

/** Makes a schema when rules are parsed: an audit with the rules as the build compiled them neither makes schemas nor loads zod. */
export type Schemas<T> = (z: Zod) => T;
