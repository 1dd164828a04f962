import type { Verb, VerbGroup } from '../verb';
import { annotate } from './annotate';
import { apply } from './apply';
import { autoscale } from './autoscale';
import { create } from './create';
import { deleteVerb } from './delete';
import { describe } from './describe';
import { cordon, uncordon } from './drain/cordon';
import { drain } from './drain/drain';
import { edit } from './edit';
import { expose } from './expose';
import { get } from './get';
import { label } from './label';
import { patch } from './patch';
import { rollout } from './rollout';
import { run } from './run';
import { scale } from './scale';
import { set } from './set';
import { taint } from './taint';
import { wait } from './wait';

/** Every verb, by the word that is typed. */
export const verbs: Readonly<Record<string, Verb | VerbGroup>> = {
  annotate,
  apply,
  autoscale,
  cordon,
  create,
  delete: deleteVerb,
  describe,
  drain,
  edit,
  expose,
  get,
  label,
  patch,
  rollout,
  run,
  scale,
  set,
  taint,
  uncordon,
  wait,
};
