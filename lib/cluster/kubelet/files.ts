import type { Container } from '../objects';
import { type Files, type Ran, run } from './program';
import type { Step } from './step';

/** The volume in which a path lies, with the path there; undefined in the container's own layer. */
function inVolume(
  container: Container,
  path: string,
): { readonly volume: string; readonly rest: string } | undefined {
  let best: { readonly volume: string; readonly rest: string; readonly length: number } | undefined;
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const root = mountPath.replace(/\/+$/, '');
    if ((path === root || path.startsWith(`${root}/`)) && root.length >= (best?.length ?? 0))
      best = { volume: name, rest: path.slice(root.length), length: root.length };
  }
  return best;
}

/** The files that a container sees: its own layer, which goes with each instance, and its volumes, which stay with the Pod. */
export function filesOf({ life }: Pick<Step, 'life'>, container: Container): Files {
  const own = life.containers[container.name]?.files ?? [];
  return {
    has: (path) => {
      if (path === '/app') return true;
      const place = inVolume(container, path);
      return place ? (life.volumes[place.volume] ?? []).includes(place.rest) : own.includes(path);
    },
  };
}

const changed = (files: readonly string[], path: string, isThere: boolean): readonly string[] =>
  isThere ? [...new Set([...files, path])] : files.filter((one) => one !== path);

/** Does to the files what a command did. */
export function leave(step: Step, container: Container, { touches, removes }: Ran): void {
  const path = touches ?? removes;
  if (path === undefined || path === '/app') return;
  const place = inVolume(container, path);
  const isThere = touches !== undefined;
  if (place) {
    const { volumes } = step.life;
    const files = changed(volumes[place.volume] ?? [], place.rest, isThere);
    step.set({ volumes: { ...volumes, [place.volume]: files } });
  } else
    step.setContainer(container.name, {
      files: changed(step.container(container.name).files, path, isThere),
    });
}

/** Runs a command in a container and leaves its files as the command left them. */
export function runIn(step: Step, container: Container, argv: readonly string[]): Ran {
  const ran = run(container.image, argv, filesOf(step, container));
  leave(step, container, ran);
  return ran;
}
