import type { Role } from './roles.js';

/** Everything one wording can mean. */
export interface Senses {
  topic: string | null;
  strength: 'strong' | 'weak' | 'withAspect';
  aspect: string | null;
  applicant: string | null;
  /** The word names the applicant, or the channel, only beside another kind. */
  loose: boolean;
  channel: string | null;
  roles: ReadonlySet<Role>;
  /** No list says what the word means: an idiom, or a thing that only has to do with a topic (栏目, 制度). */
  opaque: boolean;
}

/** The senses of a word with one role. */
export const plainSenses = (...own: Role[]): Senses => ({
  topic: null,
  strength: 'strong',
  aspect: null,
  applicant: null,
  loose: false,
  channel: null,
  roles: new Set(own),
  opaque: false,
});
