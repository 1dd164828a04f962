import { decoded, structName } from '../cluster/api/decoding';
import { jsonPatch } from '../cluster/api/json-patch';
import { mergePatch, strategicMerge } from '../cluster/api/merge';
import type { Manifest } from '../cluster/objects';
import type { Call } from './call';
import { Failure, Refused } from './failure';
import type { Flag } from './flags/flag';
import { typed } from './typed';

/** Source: kubectl pkg/cmd/util override_options.go. */
export const overrideFlags: readonly Flag[] = [
  { name: 'overrides', kind: 'string', says: 'JSON that is laid over the object' },
  { name: 'override-type', kind: 'string', unset: 'merge', says: 'json, merge or strategic' },
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('Invalid JSON Patch');
  }
}

/** A manifest with what `--overrides` lays over it. Fields that its type does not have are forgotten. */
export function overridden(call: Call, manifest: Manifest): Manifest {
  const text = call.flags.text('overrides');
  if (!text) return manifest;
  const type = call.flags.text('override-type') || 'merge';
  if (type !== 'json' && type !== 'merge' && type !== 'strategic')
    throw new Failure(`invalid override type: ${type}`);
  const over = parsed(text);
  let result: unknown;
  if (type === 'json') {
    const { ok, ...patched } = jsonPatch(typed(manifest), over) as ReturnType<typeof jsonPatch>;
    if (!ok) throw new Refused((patched as { status: Refused['status'] }).status);
    result = (patched as { value: unknown }).value;
  } else result = type === 'merge' ? mergePatch(manifest, over) : strategicMerge(manifest, over);
  if (typeof result !== 'object' || result === null || Array.isArray(result))
    throw new Failure('Invalid JSON Patch');
  const { kind, apiVersion } = result as Partial<Manifest>;
  const struct = structName(String(kind), String(apiVersion));
  if (!struct || kind !== manifest.kind)
    throw new Failure(
      `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)}`,
    );
  const { value, misfit } = decoded(struct, result as object, 'asSent');
  if (misfit !== undefined && !misfit.startsWith('strict decoding error')) throw new Failure(misfit);
  return value as Manifest;
}
