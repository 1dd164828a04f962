import type { Verb, VerbGroup } from '../verb';
import { apply } from './apply';
import { create } from './create';
import { deleteVerb } from './delete';
import { get } from './get';
import { rollout } from './rollout';
import { scale } from './scale';

/** Every verb, by the word that is typed. */
export const verbs: Readonly<Record<string, Verb | VerbGroup>> = {
  apply,
  create,
  delete: deleteVerb,
  get,
  rollout,
  scale,
};
