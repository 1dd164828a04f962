import type { KubeObject, Manifest } from '../cluster/objects';
import { askedOrTried, type Call, dryRunOf } from './call';
import { Failure, Refused, usageFailure } from './failure';
import type { Flag } from './flags/flag';
import { dryRunFlag, fieldManagerFlag, printFlags, validateFlag } from './flags/sets';
import { lastAppliedAnnotation } from './last-applied';
import { done } from './printers/done';
import { compactJson } from './printers/json';
import { printerOf } from './printers/output';
import { typed } from './typed';

/** What verbs share that make an object from flags. Models kubectl pkg/cmd/create create_*.go (v1.37). */

export const saveConfigFlag: Flag = {
  name: 'save-config',
  kind: 'bool',
  says: 'keep the manifest in an annotation, as apply does',
};

/** Flags of every `create KIND`. */
export const createFlags: readonly Flag[] = [
  dryRunFlag,
  saveConfigFlag,
  validateFlag,
  fieldManagerFlag,
  ...printFlags,
];

/** The one name that is given, and the command behind `--`. Source: NameFromCommandArgs. */
export function nameOf(call: Call): { readonly name: string; readonly command: readonly string[] } {
  const { words, dashAt = words.length } = call;
  if (dashAt !== 1) throw usageFailure(call.path, `exactly one NAME is required, got ${dashAt}`);
  return { name: words[0] ?? '', command: words.slice(1) };
}

/** The namespace as it stands in a manifest of `--dry-run=client`: only if it was typed. */
export const enforcedNamespace = (call: Call): { namespace?: string } =>
  call.isNamespaceTyped ? { namespace: call.namespace } : {};

/** `--save-config`: a manifest with itself in an annotation, as its Go type prints it. Source: CreateOrUpdateAnnotation. */
function annotated(manifest: Manifest): Manifest {
  const { metadata } = manifest;
  const text = `${compactJson(typed(manifest))}\n`;
  const annotations = { ...metadata.annotations, [lastAppliedAnnotation]: text };
  return { ...manifest, metadata: { ...metadata, annotations } };
}

/** A manifest as it is sent: in its namespace, with itself in an annotation if `--save-config` says so. */
export function sent(call: Call, manifest: Manifest, namespaced = true): Manifest {
  const object = call.flags.bool('save-config') ? annotated(manifest) : manifest;
  if (!namespaced) return object;
  return {
    ...object,
    metadata: { ...object.metadata, namespace: call.namespace } as Manifest['metadata'],
  };
}

interface How {
  /** What a refusal is said to have failed at: `failed to create job`. Without it the server's words stand alone. */
  readonly failing?: string;
  readonly namespaced?: boolean;
}

/** Creates what flags have made, or only prints it, and says so. */
export function createTyped(call: Call, manifest: Manifest, { failing, namespaced = true }: How = {}): void {
  const dryRun = dryRunOf(call);
  printerOf(call);
  done(call, dryRun === 'client' ? clientSide(call, manifest) : made(), 'created', dryRun);

  function made(): KubeObject {
    try {
      const object = sent(call, manifest, namespaced);
      return askedOrTried(call, dryRun, { verb: 'create', object }) as KubeObject;
    } catch (error) {
      if (!(error instanceof Refused) || failing === undefined) throw error;
      throw new Failure(`${failing}: ${error.status.message}`);
    }
  }
}

const clientSide = (call: Call, manifest: Manifest): KubeObject =>
  typed(call.flags.bool('save-config') ? annotated(manifest) : manifest);
