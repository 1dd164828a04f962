import type { Container, KeyRef, KubeObject, Pod } from '../objects';
import type { Step } from './step';

type Source = 'ConfigMap' | 'Secret';

/**
 * What is missing for a container's environment, in the kubelet's words, or nothing. Models
 * pkg/kubelet/kubelet_pods.go makeEnvironmentVariables (v1.37). Leaves out: the values themselves, and every other source.
 */
export function missingForEnvironment(step: Step, { env, envFrom }: Container): string | undefined {
  for (const { configMapRef, secretRef } of envFrom ?? []) {
    const missing =
      missingObject(step, 'ConfigMap', configMapRef) ?? missingObject(step, 'Secret', secretRef);
    if (missing) return missing;
  }
  for (const { valueFrom } of env ?? []) {
    const missing =
      missingKey(step, 'ConfigMap', valueFrom?.configMapKeyRef) ??
      missingKey(step, 'Secret', valueFrom?.secretKeyRef);
    if (missing) return missing;
  }
  return undefined;
}

type Ref = { readonly name?: string; readonly optional?: boolean };

const find = ({ pod, around }: Step, kind: Source, name: string | undefined): KubeObject | undefined =>
  around.find(kind, pod.metadata.namespace ?? 'default', name ?? '');

export function missingObject(step: Step, kind: Source, ref: Ref | undefined): string | undefined {
  if (!ref || ref.optional || find(step, kind, ref.name)) return undefined;
  return `${kind.toLowerCase()} ${JSON.stringify(ref.name ?? '')} not found`;
}

function missingKey(step: Step, kind: Source, ref: KeyRef | undefined): string | undefined {
  const missing = missingObject(step, kind, ref);
  if (missing || !ref || ref.optional) return missing;
  const object = find(step, kind, ref.name) as
    | { readonly data?: object; readonly stringData?: object }
    | undefined;
  if (ref.key in { ...object?.data, ...object?.stringData }) return undefined;
  return `couldn't find key ${ref.key} in ${kind} ${step.pod.metadata.namespace ?? 'default'}/${ref.name ?? ''}`;
}

/** How long the kubelet waits for a Pod's volumes, ms: it looks for them three times a second. Source: podAttachAndMountRetryInterval. */
export const volumesMsOf = ({ spec }: Pod): number => (spec.volumes?.length ? 300 : 0);

/** What a volume of the Pod waits for, as the Event FailedMount says it. Source: pkg/volume/configmap, secret SetUpAt. */
export function missingForVolumes(step: Step): string | undefined {
  for (const volume of step.pod.spec.volumes ?? []) {
    const configMap = volume.configMap as Ref | undefined;
    const secret = volume.secret as { readonly secretName?: string; readonly optional?: boolean } | undefined;
    const missing =
      missingObject(step, 'ConfigMap', configMap) ??
      missingObject(step, 'Secret', secret && { name: secret.secretName, optional: secret.optional });
    if (missing) return `MountVolume.SetUp failed for volume ${JSON.stringify(volume.name)} : ${missing}`;
  }
  return undefined;
}
