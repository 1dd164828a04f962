import type { Container, PersistentVolumeClaim } from '../objects';
import { expanded } from './expanded';
import { type Files, type Program, programOf, type Ran, run } from './program';
import type { Step } from './step';

/** The volume in which a path lies, with the path there; undefined in the container's own layer. */
function inVolume(
  container: Container,
  path: string,
): { readonly volume: string; readonly rest: string } | undefined {
  let best: { readonly volume: string; readonly rest: string; readonly length: number } | undefined;
  for (const { name, mountPath, subPath } of container.volumeMounts ?? []) {
    const root = mountPath.replace(/\/+$/, '');
    if ((path === root || path.startsWith(`${root}/`)) && root.length >= (best?.length ?? 0)) {
      const below = subPath ? `/${subPath.replace(/^\/+|\/+$/g, '')}` : '';
      best = { volume: name, rest: below + path.slice(root.length), length: root.length };
    }
  }
  return best;
}

/** The disk behind a Pod's volume: the PersistentVolume that its claim is bound to, by uid; undefined for every other volume. */
function diskOf({ pod, around }: Step, volume: string): string | undefined {
  const claim = pod.spec.volumes?.find(({ name }) => name === volume)?.persistentVolumeClaim;
  if (!claim) return undefined;
  const bound = around.find('PersistentVolumeClaim', pod.metadata.namespace ?? 'default', claim.claimName);
  const name = (bound as PersistentVolumeClaim | undefined)?.spec.volumeName;
  return name === undefined ? undefined : around.find('PersistentVolume', '', name)?.metadata.uid;
}

function inThe(step: Step, volume: string): readonly string[] {
  const disk = diskOf(step, volume);
  return (disk === undefined ? step.life.volumes[volume] : step.disk(disk)) ?? [];
}

/**
 * The files that a container sees: its own layer, which goes with each instance; volumes of its Pod, which stay as long as the
 * Pod does; and those of claims, which stay as long as the PersistentVolume and are the same for all Pods that mount it.
 */
export function filesOf(step: Step, container: Container): Files {
  const own = step.life.containers[container.name]?.files ?? [];
  return {
    has: (path) => {
      if (path === '/app') return true;
      const place = inVolume(container, path);
      return place ? inThe(step, place.volume).includes(place.rest) : own.includes(path);
    },
  };
}

/** What a program that begins now, or a command, finds: its files, and who answers in the network. */
export function surroundingsOf(step: Step, container: Container): Files {
  const { answers } = step.around;
  return { ...filesOf(step, container), ...(answers && { answers }) };
}

const changed = (files: readonly string[], path: string, isThere: boolean): readonly string[] =>
  isThere ? [...new Set([...files, path])] : files.filter((one) => one !== path);

/** Does to the files what a command did. */
export function leave(
  step: Step,
  container: Container,
  { touches, removes }: Pick<Ran, 'touches' | 'removes'>,
): void {
  const path = touches ?? removes;
  if (path === undefined || path === '/app') return;
  const place = inVolume(container, path);
  const isThere = touches !== undefined;
  if (!place) {
    const files = changed(step.container(container.name).files, path, isThere);
    step.setContainer(container.name, { files });
    return;
  }
  const files = changed(inThe(step, place.volume), place.rest, isThere);
  const disk = diskOf(step, place.volume);
  if (disk !== undefined) step.setDisk(disk, files);
  else step.set({ volumes: { ...step.life.volumes, [place.volume]: files } });
}

/** Runs a command in a container and leaves its files as the command left them. */
export function runIn(step: Step, container: Container, argv: readonly string[]): Ran {
  const ran = run(container.image, argv, surroundingsOf(step, container));
  leave(step, container, ran);
  return ran;
}

/** The program that a container of the Pod runs, from its command and what its files are now. */
export const programIn = (
  step: Step,
  container: Container,
  files: Files = filesOf(step, container),
): Program => programOf(expanded(container, step.pod, step.life.podIP ?? ''), files);
