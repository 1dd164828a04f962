import type { Verb, VerbGroup } from '../verb';
import { apply } from './apply';
import { autoscale } from './autoscale';
import { create } from './create';
import { deleteVerb } from './delete';
import { describe } from './describe';
import { cordon, uncordon } from './drain/cordon';
import { drain } from './drain/drain';
import { expose } from './expose';
import { get } from './get';
import { rollout } from './rollout';
import { run } from './run';
import { scale } from './scale';
import { taint } from './taint';
import { wait } from './wait';

/** Every verb, by the word that is typed. */
export const verbs: Readonly<Record<string, Verb | VerbGroup>> = {
  apply,
  autoscale,
  cordon,
  create,
  delete: deleteVerb,
  describe,
  drain,
  expose,
  get,
  rollout,
  run,
  scale,
  taint,
  uncordon,
  wait,
};
