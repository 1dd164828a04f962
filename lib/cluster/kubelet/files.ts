import type { Container, PersistentVolume, PersistentVolumeClaim } from '../objects';
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

/** Where a file is that lies in a volume. */
interface Place {
  readonly volume: string;
  /** Whose disk it is on: a PersistentVolume's, by uid, or a node's; undefined for a volume of the Pod's own. */
  readonly disk?: string;
  readonly path: string;
}

/** The PersistentVolume that a Pod's claim is bound to. */
function boundTo({ pod, around }: Step, claimName: string): PersistentVolume | undefined {
  const claim = around.find('PersistentVolumeClaim', pod.metadata.namespace ?? 'default', claimName);
  const name = (claim as PersistentVolumeClaim | undefined)?.spec.volumeName;
  return name === undefined
    ? undefined
    : (around.find('PersistentVolume', '', name) as PersistentVolume | undefined);
}

function placeOf(step: Step, container: Container, path: string): Place | undefined {
  const found = inVolume(container, path);
  if (!found) return undefined;
  const { volume, rest } = found;
  const source = step.pod.spec.volumes?.find(({ name }) => name === volume);
  const claimName = source?.persistentVolumeClaim?.claimName;
  const bound = claimName === undefined ? undefined : boundTo(step, claimName);
  const folder = (source?.hostPath ?? bound?.spec.hostPath ?? bound?.spec.local) as
    | { path: string }
    | undefined;
  if (folder)
    return { volume, disk: `Node/${step.pod.spec.nodeName}`, path: folder.path.replace(/\/+$/, '') + rest };
  return { volume, ...(bound && { disk: bound.metadata.uid }), path: rest };
}

const filesAt = (step: Step, { volume, disk }: Place): readonly string[] =>
  (disk === undefined ? step.life.volumes[volume] : step.disk(disk)) ?? [];

/**
 * The files that a container sees: its own layer, which goes with each instance; volumes of its Pod, which stay as long as the
 * Pod does; those of claims, which stay as long as the PersistentVolume and are the same for all Pods that mount it; and folders
 * of the node.
 */
export function filesOf(step: Step, container: Container): Files {
  const own = step.life.containers[container.name]?.files ?? [];
  return {
    has: (path) => {
      if (path === '/app') return true;
      const place = placeOf(step, container, path);
      return place ? filesAt(step, place).includes(place.path) : own.includes(path);
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
  const place = placeOf(step, container, path);
  const isThere = touches !== undefined;
  if (!place) {
    const files = changed(step.container(container.name).files, path, isThere);
    step.setContainer(container.name, { files });
    return;
  }
  const files = changed(filesAt(step, place), place.path, isThere);
  if (place.disk !== undefined) step.setDisk(place.disk, files);
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
