import type { Container, PodSpec } from '../objects';

/** A container of a Pod's spec with what the kubelet often asks of it. */
export interface KnownContainer {
  readonly container: Container;
  readonly isInit: boolean;
  /** An init container with restartPolicy Always. */
  readonly isSidecar: boolean;
  /** As Events name it: `spec.containers{app}`. */
  readonly field: string;
}

export interface Known {
  readonly byName: ReadonlyMap<string, KnownContainer>;
  readonly all: readonly KnownContainer[];
  readonly inits: readonly Container[];
  readonly mains: readonly Container[];
  readonly hasSidecars: boolean;
  /** Where to begin, by its names: no container was made yet. */
  readonly names: readonly string[];
}

const specs = new WeakMap<PodSpec, Known>();

export const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

/** What a spec says of its containers. Remembered by the spec, which is a value. */
export function knownOf(spec: PodSpec): Known {
  const known = specs.get(spec);
  if (known) return known;
  const inits = spec.initContainers ?? [];
  const all: KnownContainer[] = [
    ...inits.map((container) => ({
      container,
      isInit: true,
      isSidecar: isSidecar(container),
      field: `spec.initContainers{${container.name}}`,
    })),
    ...spec.containers.map((container) => ({
      container,
      isInit: false,
      isSidecar: false,
      field: `spec.containers{${container.name}}`,
    })),
  ];
  const made: Known = {
    all,
    byName: new Map(all.map((one) => [one.container.name, one])),
    inits,
    mains: spec.containers,
    hasSidecars: inits.some(isSidecar),
    names: all.map(({ container }) => container.name),
  };
  specs.set(spec, made);
  return made;
}
