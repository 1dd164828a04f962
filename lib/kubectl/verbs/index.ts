import type { Verb, VerbGroup } from '../verb';
import { annotate } from './annotate';
import { apply } from './apply';
import { autoscale } from './autoscale';
import { apiResources, apiVersions } from './cluster/api-resources';
import { clusterInfo } from './cluster/cluster-info';
import { config } from './cluster/config';
import { helpOf } from './cluster/help';
import { options } from './cluster/options';
import { version } from './cluster/version';
import { create } from './create';
import { deleteVerb } from './delete';
import { describe } from './describe';
import { cordon, uncordon } from './drain/cordon';
import { drain } from './drain/drain';
import { edit } from './edit';
import { events } from './events';
import { exec } from './exec';
import { explain } from './explain';
import { expose } from './expose';
import { get } from './get';
import { label } from './label';
import { logs } from './logs';
import { patch } from './patch';
import { rollout } from './rollout';
import { run } from './run';
import { scale } from './scale';
import { set } from './set';
import { taint } from './taint';
import { top } from './top';
import { wait } from './wait';

/** Every verb, by the word that is typed. */
export const verbs: Readonly<Record<string, Verb | VerbGroup>> = {
  annotate,
  'api-resources': apiResources,
  'api-versions': apiVersions,
  apply,
  autoscale,
  'cluster-info': clusterInfo,
  config,
  cordon,
  create,
  delete: deleteVerb,
  describe,
  drain,
  edit,
  events,
  exec,
  explain,
  expose,
  get,
  help: helpOf(() => verbs),
  label,
  logs,
  options,
  patch,
  rollout,
  run,
  scale,
  set,
  taint,
  top,
  uncordon,
  version,
  wait,
};
