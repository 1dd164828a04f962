import type { KubeObject, Manifest } from '../cluster/objects';
import { compactJson } from './printers/json';

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** A manifest as `apply` sends it: with itself in an annotation. Source: kubectl pkg/util GetModifiedConfiguration. */
export function withLastApplied(manifest: KubeObject): Manifest {
  const { metadata } = manifest;
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(([key]) => key !== lastAppliedAnnotation),
  );
  const plain = { ...manifest, metadata: { ...metadata, annotations } };
  const text = `${compactJson(plain)}\n`;
  return {
    ...manifest,
    metadata: { ...metadata, annotations: { ...annotations, [lastAppliedAnnotation]: text } },
  } as Manifest;
}

/** What the last `apply` said of an object; undefined when there was none that can be read. */
export function lastApplied({ metadata }: KubeObject): Manifest | undefined {
  const text = metadata.annotations?.[lastAppliedAnnotation];
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
