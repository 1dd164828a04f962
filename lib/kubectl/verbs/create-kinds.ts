import { Failure } from '../failure';
import { createFlags } from '../generated';
import { atOnce, type Verb, type VerbGroup } from '../verb';
import { createNamespace, createPodDisruptionBudget, createPriorityClass } from './create-cluster';
import { createDeployment } from './create-deployment';
import { createCronJob, createJob } from './create-job';
import { createService } from './create-service';

const modelled: Readonly<Record<string, Verb | VerbGroup>> = {
  cronjob: createCronJob,
  deployment: createDeployment,
  job: createJob,
  namespace: createNamespace,
  poddisruptionbudget: createPodDisruptionBudget,
  priorityclass: createPriorityClass,
  service: createService,
};

/** Flags of kinds that the cluster does not serve: a line that is right elsewhere is told what is the matter here. */
const theirFlags =
  'from-literal from-file from-env-file type append-hash verb resource resource-name clusterrole role user group serviceaccount hard scopes class rule default-backend annotation audience duration cert key docker-server docker-username docker-password docker-email'.split(
    ' ',
  );

const unmodelled = (kind: string): Verb => ({
  help: { says: 'Not modelled in Podium', usage: 'NAME' },
  flags: [...createFlags, ...theirFlags.map((name) => ({ name, kind: 'array' as const, says: '' }))],
  run: atOnce(() => {
    throw new Failure(
      `not modelled in Podium: kubectl create ${kind}; these are: ${Object.keys(modelled).join(', ')}`,
    );
  }),
});

const others =
  'clusterrole clusterrolebinding configmap ingress quota role rolebinding secret serviceaccount token'.split(
    ' ',
  );

/** `create deployment`, `create job` and the like: a manifest from flags. */
export const createKinds: Readonly<Record<string, Verb | VerbGroup>> = Object.fromEntries(
  [...Object.entries(modelled), ...others.map((kind) => [kind, unmodelled(kind)] as const)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  ),
);

/** Source: the Aliases of the create commands. */
export const createAliases: Readonly<Record<string, string>> = {
  deploy: 'deployment',
  cj: 'cronjob',
  ns: 'namespace',
  pdb: 'poddisruptionbudget',
  svc: 'service',
  cm: 'configmap',
  ing: 'ingress',
  pc: 'priorityclass',
  resourcequota: 'quota',
  sa: 'serviceaccount',
};
