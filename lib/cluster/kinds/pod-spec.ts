import { asGo } from '../api/as-go';
import { keyErrors, labelErrors } from '../api/labels';
import { nameErrors } from '../api/names';
import {
  absent,
  duplicate,
  type FieldError,
  forbidden,
  invalidValue,
  oneOf,
  required,
  tooLong,
  wordOf,
} from '../api/refusal';
import type { PodSpec } from '../objects';
import { addressErrors } from './addresses';
import { type Fields, fieldsOf } from './paths';
import { containerErrors, initContainerErrors } from './pod-containers';
import { affinityErrors, tolerationErrors, topologyErrors } from './pod-scheduling';
import { podSecurityErrors } from './pod-security';
import { volumeErrors } from './pod-volumes';
import { quantityErrors } from './resources';

/**
 * What a Pod's spec may say. Models pkg/apis/core/validation ValidatePodSpec (v1.37), in its order.
 * Leaves out: Windows, ephemeral containers, resources of a Pod as a whole.
 */

const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

function dnsErrors({ dnsPolicy, dnsConfig }: PodSpec, at: string): FieldError[] {
  const { nameservers, searches, options } = (dnsConfig ?? {}) as Record<string, string[] | undefined>;
  if (dnsPolicy === 'None') {
    if (!dnsConfig) return [required(at, 'must provide `dnsConfig` when `dnsPolicy` is None')];
    if (!nameservers?.length)
      return [
        required(`${at}.nameservers`, 'must provide at least one DNS nameserver when `dnsPolicy` is None'),
      ];
  }
  return [
    ...((nameservers?.length ?? 0) > 3
      ? [invalidValue(`${at}.nameservers`, nameservers, 'must not have more than 3 nameservers')]
      : []),
    ...(nameservers ?? []).flatMap((address, i) => addressErrors(`${at}.nameservers[${i}]`, address)),
    ...((searches?.length ?? 0) > 32
      ? [invalidValue(`${at}.searches`, searches, 'must not have more than 32 search paths')]
      : []),
    ...(searches ?? []).flatMap((search, i) =>
      search === '.' ? [] : nameErrors(`${at}.searches[${i}]`, search.replace(/\.$/, ''), 'underscored'),
    ),
    ...fieldsOf(options).flatMap(({ name }, i) =>
      name ? [] : [required(`${at}.options[${i}]`, 'must not be empty')],
    ),
  ];
}

function gateErrors(gates: readonly Fields[], at: string): FieldError[] {
  const seen = new Set<unknown>();
  return gates.flatMap(({ name }, i) => {
    const errors = keyErrors(`${at}[${i}]`, name as string);
    if (seen.has(name)) errors.push(duplicate(`${at}[${i}]`, name));
    seen.add(name);
    return errors;
  });
}

function resourceClaimErrors(claims: readonly Fields[], at: string): FieldError[] {
  const seen = new Set<unknown>();
  return claims.flatMap(({ name, resourceClaimName: claim, resourceClaimTemplateName: template }, i) => {
    const here = `${at}[${i}]`;
    const errors: FieldError[] = [];
    const shown = asGo('PodResourceClaim', claims[i] ?? {});
    if (!name) errors.push(required(`${here}.name`));
    else if (seen.has(name)) errors.push(duplicate(`${here}.name`, name));
    else errors.push(...nameErrors(`${here}.name`, name as string, 'label'));
    seen.add(name);
    const [one, other] = ['`resourceClaimName`', '`resourceClaimTemplateName`'];
    if (claim !== undefined && template !== undefined)
      errors.push(invalidValue(here, shown, `at most one of ${one} or ${other} may be specified`));
    if (claim === undefined && template === undefined)
      errors.push(invalidValue(here, shown, `must specify one of: ${one}, ${other}`));
    for (const [field, value] of Object.entries({
      resourceClaimName: claim,
      resourceClaimTemplateName: template,
    }))
      if (value !== undefined) errors.push(...nameErrors(`${here}.${field}`, value as string, 'subdomain'));
    return errors;
  });
}

/** On the node's own network a port of the container is the node's. Source: validatePodHostNetworkDeps. */
const hostNetworkErrors = (spec: PodSpec, at: string, isPod: boolean): FieldError[] =>
  (spec.hostNetwork ? (spec.containers ?? []) : []).flatMap(({ ports = [] }, i) =>
    ports.flatMap(({ hostPort = 0, containerPort }, j) =>
      (isPod || hostPort !== 0) && hostPort !== containerPort
        ? [
            invalidValue(
              `${at}.containers[${i}].ports[${j}].hostPort`,
              hostPort,
              'must match `containerPort` when `hostNetwork` is true',
            ),
          ]
        : [],
    ),
  );

function hostErrors(spec: PodSpec, at: string): FieldError[] {
  const errors: FieldError[] = [];
  if (spec.hostUsers === false)
    for (const [field, isSet] of [
      ['hostNetwork', spec.hostNetwork],
      ['HostPID', spec.hostPID],
      ['HostIPC', spec.hostIPC],
    ])
      if (isSet) errors.push(forbidden(`${at}.${field}`, 'when `hostUsers` is false'));
  const name = spec.hostnameOverride as string | undefined;
  if (name === undefined) return errors;
  const field = `${at}.hostnameOverride`;
  if (spec.setHostnameAsFQDN)
    errors.push(forbidden(field, 'may not be specified when setHostnameAsFQDN is true'));
  if (spec.hostNetwork) errors.push(forbidden(field, 'may not be specified when hostNetwork is true'));
  return [...errors, ...tooLong(field, name, 64), ...nameErrors(field, name, 'subdomain')];
}

function osErrors({ os }: PodSpec, at: string): FieldError[] {
  const name = (os as Fields | undefined)?.name;
  if (!os) return [];
  return name ? oneOf(at, name, ['linux', 'windows']) : [required(`${at}.name`)];
}

/** A key of a file that a container reads into its environment: in an emptyDir of the Pod. */
const fileKeyVolumeErrors = (spec: PodSpec, at: string): FieldError[] =>
  (['initContainers', 'containers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ env = [] }, i) =>
      env.flatMap(({ valueFrom }, j) => {
        const ref = valueFrom?.fileKeyRef as Fields | undefined;
        if (!ref) return [];
        const field = `${at}.${list}[${i}].env[${j}].valueFrom.fileKeyRef.volumeName`;
        const volume = spec.volumes?.find(({ name }) => name === ref.volumeName);
        if (!volume) return [absent(field, ref.volumeName)];
        return volume.emptyDir
          ? []
          : [invalidValue(field, ref.volumeName, 'referenced volume must be of type emptyDir')];
      }),
    ),
  );

/** The fields that are names of something, each with the form of its name. */
const names = (spec: PodSpec, at: string, fields: Readonly<Record<string, 'label' | 'subdomain'>>) =>
  Object.entries(fields).flatMap(([field, form]) =>
    spec[field] ? nameErrors(`${at}.${field}`, spec[field] as string, form) : [],
  );

/** `owner` is the Pod's name; a template has none. */
export function validatePodSpec(spec: PodSpec, at: string, owner?: string): FieldError[] {
  const claims = fieldsOf(spec.resourceClaims);
  const volumes = volumeErrors(spec.volumes ?? [], `${at}.volumes`, owner ?? '');
  const of = {
    spec,
    volumes: volumes.sound,
    claims: claims.flatMap(({ name }) => (name ? [name as string] : [])),
  };
  const { shareProcessNamespace, activeDeadlineSeconds: deadline } = spec;
  return [
    ...volumes.errors,
    ...resourceClaimErrors(claims, `${at}.resourceClaims`),
    ...containerErrors(`${at}.containers`, of),
    ...initContainerErrors(`${at}.initContainers`, of),
    ...hostNetworkErrors(spec, at, owner !== undefined),
    ...wordOf(`${at}.restartPolicy`, spec.restartPolicy, ['Always', 'OnFailure', 'Never']),
    ...wordOf(`${at}.dnsPolicy`, spec.dnsPolicy, dnsPolicies),
    ...labelErrors(spec.nodeSelector, `${at}.nodeSelector`),
    ...podSecurityErrors(spec.securityContext as Fields | undefined, `${at}.securityContext`),
    ...(shareProcessNamespace && spec.hostPID
      ? [
          invalidValue(
            `${at}.shareProcessNamespace`,
            true,
            'ShareProcessNamespace and HostPID cannot both be enabled',
          ),
        ]
      : []),
    ...affinityErrors(spec.affinity, `${at}.affinity`),
    ...dnsErrors(spec, `${at}.dnsConfig`),
    ...(spec.readinessGates ?? []).flatMap(({ conditionType }, i) =>
      keyErrors(`${at}.readinessGates[${i}].conditionType`, conditionType),
    ),
    ...gateErrors(fieldsOf(spec.schedulingGates), `${at}.schedulingGates`),
    ...topologyErrors(spec.topologySpreadConstraints ?? [], `${at}.topologySpreadConstraints`),
    ...hostErrors(spec, at),
    ...names(spec, at, { serviceAccountName: 'subdomain', nodeName: 'subdomain' }),
    ...(deadline !== undefined && (deadline < 1 || deadline >= 2 ** 31)
      ? [invalidValue(`${at}.activeDeadlineSeconds`, deadline, 'must be between 1 and 2147483647, inclusive')]
      : []),
    ...names(spec, at, { hostname: 'label', subdomain: 'label' }),
    ...tolerationErrors(spec.tolerations ?? [], `${at}.tolerations`),
    ...fieldsOf(spec.hostAliases).flatMap(({ ip, hostnames }, i) => [
      ...addressErrors(`${at}.hostAliases[${i}].ip`, ip as string),
      ...((hostnames ?? []) as string[]).flatMap((name, j) =>
        nameErrors(`${at}.hostAliases[${i}].hostnames[${j}]`, name, 'subdomain'),
      ),
    ]),
    ...names(spec, at, { priorityClassName: 'subdomain', runtimeClassName: 'subdomain' }),
    ...(spec.preemptionPolicy === undefined
      ? []
      : wordOf(`${at}.preemptionPolicy`, spec.preemptionPolicy, ['PreemptLowerPriority', 'Never'])),
    ...Object.entries((spec.overhead ?? {}) as Record<string, string>).flatMap(([name, text]) =>
      quantityErrors(name, text, `${at}.overhead.limits[${name}]`),
    ),
    ...osErrors(spec, `${at}.os`),
    ...fileKeyVolumeErrors(spec, at),
  ];
}

/** What is asked of a Pod and not of a template of Pods. Source: validatePodMetadataAndSpec. */
export const validateOnlyPod = (spec: PodSpec): FieldError[] => [
  ...(spec.serviceAccountName
    ? []
    : (spec.volumes ?? []).flatMap(({ projected }, i) =>
        fieldsOf((projected as Fields | undefined)?.sources).flatMap(({ serviceAccountToken }, j) =>
          serviceAccountToken
            ? [
                forbidden(
                  `spec.volumes[${i}].projected.sources[${j}].serviceAccountToken`,
                  'must not be specified when serviceAccountName is not set',
                ),
              ]
            : [],
        ),
      )),
  ...(['containers', 'initContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ image = '' }, i) =>
      image === image.trim()
        ? []
        : [invalidValue(`spec.${list}[${i}].image`, image, 'must not have leading or trailing whitespace')],
    ),
  ),
];
