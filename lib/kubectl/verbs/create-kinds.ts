import type { Verb } from '../verb';

/** `create deployment`, `create job` and the like: a manifest from flags. */
export const createKinds: Readonly<Record<string, Verb>> = {};
