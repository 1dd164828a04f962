import type { Container } from '../objects';
import { isHeldBack, nextBackOff } from './back-off';
import type { FailedState } from './container.machine';
import type { Step } from './step';

/** Why a container could not be started. */
export interface Failure {
  readonly reason: FailedState;
  readonly message: string;
}

/**
 * What is on the nodes and in the registries of the model: every image without a registry in its name is on every node,
 * but for those that are called `absent`, which no registry has; the registry `localhost:1` refuses connections; any other
 * registry has what it is asked for. Source: the conformance README, `pods/`.
 */
const registryOf = (image: string): string | undefined => {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : undefined;
};
const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
const isAbsent = (image: string): boolean => repositoryOf(image).split('/').at(-1) === 'absent';
const isOnNodes = (image: string): boolean => registryOf(image) === undefined && !isAbsent(image);
const tagOf = (image: string): string => /:([^:/]+)$/.exec(image)?.[1] ?? 'latest';

const validName =
  /^([a-zA-Z0-9.-]+(:[0-9]+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@[a-z0-9+.-]+:[0-9a-f]{32,})?$/;

/** What is wrong with an image's name, in the words of distribution/reference; undefined if nothing is. */
function whyInvalid(image: string): string | undefined {
  if (validName.test(image)) return undefined;
  const repository = repositoryOf(image);
  if (!/[A-Z]/.test(repository) || !validName.test(image.toLowerCase())) return 'invalid reference format';
  const name = repository.includes('/') ? repository : `library/${repository}`;
  return `invalid reference format: repository name (${name}) must be lowercase`;
}

/** Why a pull fails, in containerd's words; undefined when it succeeds. */
function whyNotPulled(image: string): string | undefined {
  const registry = registryOf(image);
  const full = registry ? image : `docker.io/${image.includes('/') ? '' : 'library/'}${image}`;
  const reference = /[:@][^/]*$/.test(full) ? full : `${full}:latest`;
  const failed = `failed to pull and unpack image ${JSON.stringify(reference)}: failed to resolve reference ${JSON.stringify(reference)}`;
  if (registry === 'localhost:1') {
    const path = repositoryOf(image).slice(registry.length + 1);
    return `${failed}: failed to do request: Head "http://localhost:1/v2/${path}/manifests/${tagOf(image)}": dial tcp 127.0.0.1:1: connect: connection refused`;
  }
  if (!isAbsent(image)) return undefined;
  return `${failed}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`;
}

const pullMs = 800;

/** How long the image of a container that is being started is pulled, ms. */
export function pullMsOf({ image, imagePullPolicy }: Container): number {
  const isPulled = imagePullPolicy !== 'Never' && (imagePullPolicy === 'Always' || !isOnNodes(image));
  return isPulled && !whyInvalid(image) && !whyNotPulled(image) ? pullMs : 0;
}

/**
 * Sees to it that a container's image is there. Models pkg/kubelet/images/image_manager.go EnsureImageExists (v1.37) with its
 * back-off for each image of a Pod. Leaves out: secrets for pulls, limits of parallel pulls, garbage collection of images.
 */
export function ensureImage(step: Step, container: Container): Failure | undefined {
  const { image, name, imagePullPolicy } = container;
  const invalid = whyInvalid(image);
  if (invalid) {
    const message = `Failed to apply default image tag ${JSON.stringify(image)}: couldn't parse image name ${JSON.stringify(image)}: ${invalid}`;
    step.say(name, 'Warning', 'InspectFailed', message);
    return { reason: 'InvalidImageName', message };
  }
  if (imagePullPolicy !== 'Always' && isOnNodes(image)) {
    const message = `Container image ${JSON.stringify(image)} already present on machine and can be accessed by the pod`;
    step.say(name, 'Normal', 'Pulled', message);
    return undefined;
  }
  if (imagePullPolicy === 'Never') {
    if (isOnNodes(image)) return undefined;
    const message = `Container image ${JSON.stringify(image)} is not present with pull policy of Never`;
    step.say(name, 'Warning', 'ErrImageNeverPull', message);
    return { reason: 'ErrImageNeverPull', message };
  }
  return pull(step, container);
}

function pull(step: Step, { image, name }: Container): Failure | undefined {
  const { nowMs } = step;
  const backOff = step.life.images[image];
  const why = whyNotPulled(image);
  const failed = `Failed to pull image ${JSON.stringify(image)}: ${why}`;
  if (isHeldBack(backOff, nowMs)) {
    const message = `Back-off pulling image ${JSON.stringify(image)}`;
    step.say(name, 'Normal', 'BackOff', message);
    return { reason: 'ImagePullBackOff', message: `${message}: ErrImagePull: ${why}` };
  }
  step.say(name, 'Normal', 'Pulling', `Pulling image ${JSON.stringify(image)}`);
  if (why === undefined) {
    const took = `${pullMs}ms`;
    step.say(
      name,
      'Normal',
      'Pulled',
      `Successfully pulled image ${JSON.stringify(image)} in ${took} (${took} including waiting). Image size: 4194304 bytes.`,
    );
    return undefined;
  }
  step.say(name, 'Warning', 'Failed', failed);
  const images = { ...step.life.images, [image]: nextBackOff(backOff, nowMs, nowMs) };
  step.set({ images });
  return { reason: 'ErrImagePull', message: why };
}
