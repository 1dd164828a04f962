import { Chance, fnv1a, nameSuffix } from '../../cluster/chance';
import type { Manifest } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import { createFlags, createTyped, enforcedNamespace, nameOf } from '../generated';
import { atOnce, type Verb } from '../verb';

/**
 * What a container is called after its image; names that would be no label get a suffix. Source: buildPodSpec,
 * sanitizeAndUniquify. The suffix comes from the image and the moment, for kubectl has no chance of its own here.
 */
function containerName(image: string, call: Call): string {
  const [name = ''] = (image.split('/').at(-1) ?? '').split(/[:@]/);
  if (!/[_.]/.test(name)) return name;
  const chance = new Chance(fnv1a(`${image} ${call.cluster.nowMs}`));
  return `${name.replace(/[_.]/g, '-')}-${nameSuffix(chance)}`;
}

/** Models kubectl pkg/cmd/create create_deployment.go (v1.37). */
export const createDeployment: Verb = {
  help: {
    says: 'Create a deployment with the specified name',
    usage: 'NAME --image=image -- [COMMAND] [args...]',
    examples: [
      '# Three Pods of one image',
      'kubectl create deployment web --image=app:v1 --replicas=3',
      '',
      '# Its manifest, to go on from',
      'kubectl create deployment web --image=app:v1 --dry-run=client -o yaml',
    ],
  },
  flags: [
    ...createFlags,
    { name: 'image', kind: 'list', required: true, says: 'image names, one container each' },
    { name: 'port', kind: 'int32', unset: '-1', says: "the first container's port" },
    { name: 'replicas', short: 'r', kind: 'int32', unset: '1', says: 'how many Pods are wanted' },
  ],
  run: atOnce((call) => {
    const { name, command } = nameOf(call);
    const images = call.flags.all('image');
    if (images.length > 1 && command.length > 0)
      throw new Failure('cannot specify multiple --image options and command');
    const labels = { app: name };
    const port = call.flags.number('port');
    const containers = images.map((image, i) => ({
      name: containerName(image, call),
      image,
      ...(command.length > 0 && { command }),
      ...(i === 0 && port >= 0 && { ports: [{ containerPort: port }] }),
    }));
    const manifest: Manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels, ...enforcedNamespace(call) },
      spec: {
        replicas: call.flags.number('replicas'),
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
      },
    };
    createTyped(call, manifest, { failing: 'failed to create deployment' });
  }),
};
