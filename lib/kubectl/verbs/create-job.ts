import type { CronJob, Manifest } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import { createFlags, createTyped, enforcedNamespace, nameOf } from '../generated';
import { findAll } from '../infos';
import { atOnce, type Verb } from '../verb';

const template = (name: string, image: string, command: readonly string[], restartPolicy: string) => ({
  spec: { containers: [{ name, image, ...(command.length > 0 && { command }) }], restartPolicy },
});

/** Models kubectl pkg/cmd/create create_job.go (v1.37). */
export const createJob: Verb = {
  help: {
    says: 'Create a job with the specified name',
    usage: 'NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]',
    examples: ['# A run of a CronJob by hand', 'kubectl create job now --from=cronjob/tick'],
  },
  flags: [
    ...createFlags,
    { name: 'image', kind: 'string', says: 'image name' },
    { name: 'from', kind: 'string', says: 'the CronJob whose template it takes' },
  ],
  run: atOnce((call) => {
    const { name, command } = nameOf(call);
    const image = call.flags.text('image');
    const from = call.flags.text('from');
    if (!image === !from) throw new Failure('either --image or --from must be specified');
    if (command.length > 0 && from) throw new Failure('cannot specify --from and command');
    const manifest: Manifest = from
      ? fromCronJob(call, name, from)
      : {
          apiVersion: 'batch/v1',
          kind: 'Job',
          metadata: { name, ...enforcedNamespace(call) },
          spec: { template: template(name, image, command, 'Never') },
        };
    createTyped(call, manifest, { failing: 'failed to create job' });
  }),
};

/** Source: createJobFromCronJob. */
function fromCronJob(call: Call, name: string, from: string): Manifest {
  const found = findAll(call, { args: [from] });
  const [object] = found.map((info) => info.object);
  if (!object || found.length !== 1) throw new Failure('from must be an existing cronjob');
  if (object.kind !== 'CronJob')
    throw new Failure(`unknown object type ${goTypeOf(object.apiVersion, object.kind)}`);
  const { metadata, spec } = object as CronJob;
  const { jobTemplate } = spec;
  const { labels, annotations } = jobTemplate.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...enforcedNamespace(call),
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...annotations },
      ...(labels && { labels }),
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
        } as never,
      ],
    },
    spec: jobTemplate.spec,
  };
}

/** `*v1.Pod`: how Go prints an object's type. */
export const goTypeOf = (apiVersion: string, kind: string): string =>
  `*${apiVersion.split('/').at(-1)}.${kind}`;

/** Models kubectl pkg/cmd/create create_cronjob.go (v1.37). */
export const createCronJob: Verb = {
  help: {
    says: 'Create a cron job with the specified name',
    usage: "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
    examples: ['# Every five minutes', "kubectl create cronjob tick --image=app:v1 --schedule='*/5 * * * *'"],
  },
  flags: [
    ...createFlags,
    { name: 'image', kind: 'string', required: true, says: 'image name' },
    { name: 'schedule', kind: 'string', required: true, says: 'when it runs, as cron writes it' },
    { name: 'restart', kind: 'string', says: "the Jobs' restart policy: OnFailure or Never" },
  ],
  run: atOnce((call) => {
    const { name, command } = nameOf(call);
    const restart = call.flags.text('restart') || 'OnFailure';
    const manifest: Manifest = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name, ...enforcedNamespace(call) },
      spec: {
        schedule: call.flags.text('schedule'),
        jobTemplate: {
          metadata: { name },
          spec: { template: template(name, call.flags.text('image'), command, restart) },
        },
      },
    };
    createTyped(call, manifest, { failing: 'failed to create cronjob' });
  }),
};
