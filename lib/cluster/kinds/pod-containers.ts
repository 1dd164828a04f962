import { nameErrors } from '../api/names';
import {
  absent,
  duplicate,
  type FieldError,
  forbidden,
  invalidValue,
  oneOf,
  required,
  tooMany,
  unsupported,
  wordOf,
} from '../api/refusal';
import type { Container, ContainerPort } from '../objects';
import { envErrors, envFromErrors } from './env';
import { backstepErrors, type Fields, fieldsOf, pathErrors } from './paths';
import { lifeErrors, type OfPod, probes } from './pod-probes';
import { securityErrors } from './pod-security';
import { portErrors, portNameErrors } from './ports';
import { resourceErrors } from './resources';

/**
 * Containers, init containers and sidecars of a Pod.
 * Models pkg/apis/core/validation validateContainers, validateInitContainers, validateContainerCommon (v1.37).
 * Leaves out: signals to stop by, containers on Windows.
 */

const protocols = ['SCTP', 'TCP', 'UDP'];

function containerPortErrors(ports: readonly ContainerPort[], at: string): FieldError[] {
  const names = new Set<string>();
  return ports.flatMap(({ name, containerPort, hostPort, protocol }, i) => {
    const here = `${at}[${i}]`;
    const errors: FieldError[] = [];
    if (name) {
      const problems = portNameErrors(`${here}.name`, name);
      if (problems.length === 0 && names.has(name)) problems.push(duplicate(`${here}.name`, name));
      errors.push(...problems);
      names.add(name);
    }
    errors.push(
      ...(containerPort
        ? portErrors(`${here}.containerPort`, containerPort)
        : [required(`${here}.containerPort`)]),
    );
    if (hostPort) errors.push(...portErrors(`${here}.hostPort`, hostPort));
    return [...errors, ...wordOf(`${here}.protocol`, protocol, protocols)];
  });
}

const propagations = ['Bidirectional', 'HostToContainer', 'None'];

function mountErrors(container: Container, at: string, { volumes }: OfPod): FieldError[] {
  const paths = new Set<unknown>();
  const devices = fieldsOf(container.volumeDevices);
  const isPrivileged = (container.securityContext as Fields | undefined)?.privileged === true;
  return fieldsOf(container.volumeMounts).flatMap((mount, i) => {
    const here = `${at}[${i}]`;
    const { name, mountPath = '', subPath, subPathExpr, mountPropagation, recursiveReadOnly } = mount;
    const errors: FieldError[] = [];
    const wrong = (field: string, value: unknown, detail: string) =>
      errors.push(invalidValue(`${here}.${field}`, value, detail));
    if (!name) errors.push(required(`${here}.name`));
    if (!volumes.has(name as string)) errors.push(absent(`${here}.name`, name));
    if (!mountPath) errors.push(required(`${here}.mountPath`));
    if (paths.has(mountPath)) wrong('mountPath', mountPath, 'must be unique');
    paths.add(mountPath);
    if (devices.some((device) => device.name === name))
      wrong('name', name, 'must not already exist in volumeDevices');
    if (devices.some((device) => device.devicePath === mountPath))
      wrong('mountPath', mountPath, 'must not already exist as a path in volumeDevices');
    if (subPath) errors.push(...pathErrors(`${at}.subPath`, subPath as string));
    if (subPathExpr && subPath)
      wrong('subPathExpr', subPathExpr, 'subPathExpr and subPath are mutually exclusive');
    if (subPathExpr) errors.push(...pathErrors(`${at}.subPathExpr`, subPathExpr as string));
    errors.push(...oneOf(`${at}.mountPropagation`, mountPropagation, propagations));
    if (mountPropagation === 'Bidirectional' && !isPrivileged)
      errors.push(
        forbidden(
          `${at}.mountPropagation`,
          'Bidirectional mount propagation is available only to privileged containers',
        ),
      );
    errors.push(
      ...oneOf(`${at}.recursiveReadOnly`, recursiveReadOnly, ['Disabled', 'Enabled', 'IfPossible']),
    );
    if (recursiveReadOnly === 'Enabled' || recursiveReadOnly === 'IfPossible') {
      const only = (when: string) =>
        errors.push(forbidden(`${at}.recursiveReadOnly`, `may only be specified when ${when}`));
      if (!mount.readOnly) only('readOnly is true');
      if (mountPropagation && mountPropagation !== 'None') only('mountPropagation is None or not specified');
    }
    return errors;
  });
}

function deviceErrors(container: Container, at: string, { volumes }: OfPod): FieldError[] {
  const names = new Set<unknown>();
  const paths = new Set<unknown>();
  return fieldsOf(container.volumeDevices).flatMap(({ name, devicePath = '' }, i) => {
    const errors: FieldError[] = [];
    const volume = volumes.get(name as string);
    const wrong = (field: string, value: unknown, detail: string) =>
      errors.push(invalidValue(`${at}[${i}].${field}`, value, detail));
    if (!name) errors.push(required(`${at}[${i}].name`));
    if (names.has(name)) wrong('name', name, 'must be unique');
    if (!volume) errors.push(absent(`${at}[${i}].name`, name));
    else if (!volume.persistentVolumeClaim && !volume.ephemeral)
      wrong(
        'name',
        name,
        'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
      );
    if (!devicePath) errors.push(required(`${at}[${i}].devicePath`));
    if (paths.has(devicePath)) wrong('devicePath', devicePath, 'must be unique');
    if (backstepErrors('', devicePath as string).length)
      wrong('devicePath', devicePath, "can not contain backsteps ('..')");
    else paths.add(devicePath);
    if (container.volumeMounts?.some((mount) => mount.name === name))
      wrong('name', name, 'must not already exist in volumeMounts');
    if (container.volumeMounts?.some((mount) => mount.mountPath === devicePath))
      wrong('devicePath', devicePath, 'must not already exist as a path in volumeMounts');
    names.add(name);
    return errors;
  });
}

function restartErrors(
  { restartPolicy, restartPolicyRules: rules = [] }: Container,
  at: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (restartPolicy !== undefined)
    errors.push(...oneOf(`${at}.restartPolicy`, restartPolicy, ['Always', 'Never', 'OnFailure']));
  else if (rules.length)
    errors.push(required(`${at}.restartPolicy`, 'must specify restartPolicy when restart rules are used'));
  errors.push(...tooMany(`${at}.restartPolicyRules`, rules.length, 20));
  for (const [i, { action, exitCodes }] of rules.entries()) {
    const here = `${at}.restartPolicyRules[${i}]`;
    errors.push(...oneOf(`${here}.action`, action ?? '', ['Restart', 'RestartAllContainers']));
    const codes = `${here}.exitCodes`;
    if (!exitCodes) errors.push(required(codes, 'must be specified'));
    else
      errors.push(
        ...oneOf(`${codes}.operator`, exitCodes.operator ?? '', ['In', 'NotIn']),
        ...tooMany(`${codes}.values`, exitCodes.values?.length ?? 0, 255),
      );
  }
  return errors;
}

/** How a container's resources may be changed while it runs. Source: validateResizePolicy. */
function resizeErrors(policies: readonly Fields[], at: string, { spec }: OfPod): FieldError[] {
  const seen = new Set<unknown>();
  return policies.flatMap(({ resourceName, restartPolicy }, i) => {
    const errors = seen.has(resourceName) ? [duplicate(`${at}[${i}]`, resourceName)] : [];
    seen.add(resourceName);
    errors.push(
      ...wordOf(at, resourceName, ['cpu', 'memory']),
      ...wordOf(at, restartPolicy, ['NotRequired', 'RestartContainer']),
    );
    if (spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired')
      errors.push(
        invalidValue(at, restartPolicy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'"),
      );
    return errors;
  });
}

function commonErrors(container: Container, at: string, of: OfPod): FieldError[] {
  const { name, image, ports = [], env = [], envFrom = [] } = container;
  return [
    ...(name ? nameErrors(`${at}.name`, name, 'label') : [required(`${at}.name`)]),
    ...(image ? [] : [required(`${at}.image`)]),
    ...(['File', 'FallbackToLogsOnError'].includes(container.terminationMessagePolicy ?? '')
      ? []
      : [
          unsupported(`${at}.terminationMessagePolicy`, container.terminationMessagePolicy, [
            'File',
            'FallbackToLogsOnError',
          ]),
        ]),
    ...containerPortErrors(ports, `${at}.ports`),
    ...envErrors(env, `${at}.env`),
    ...envFromErrors(envFrom, `${at}.envFrom`),
    ...mountErrors(container, `${at}.volumeMounts`, of),
    ...deviceErrors(container, `${at}.volumeDevices`, of),
    ...wordOf(`${at}.imagePullPolicy`, container.imagePullPolicy, ['Always', 'IfNotPresent', 'Never']),
    ...resourceErrors(container.resources, `${at}.resources`, of.claims),
    ...resizeErrors(fieldsOf(container.resizePolicy), `${at}.resizePolicy`, of),
    ...securityErrors(
      container.securityContext as Fields | undefined,
      `${at}.securityContext`,
      of.spec.hostUsers !== false,
    ),
  ];
}

/** Ports of the node are for one container each. Source: AccumulateUniqueHostPorts. */
function hostPortErrors(containers: readonly Container[], at: string): FieldError[] {
  const seen = new Set<string>();
  return containers.flatMap(({ ports = [] }, i) =>
    ports.flatMap(({ protocol, hostPort, hostIP = '' }, j) => {
      if (!hostPort) return [];
      const key = `${protocol}/${hostIP}/${hostPort}`;
      const isSeen = seen.has(key);
      seen.add(key);
      return isSeen ? [duplicate(`${at}[${i}].ports[${j}].hostPort`, key)] : [];
    }),
  );
}

export function containerErrors(at: string, of: OfPod): FieldError[] {
  const { containers } = of.spec;
  if (!containers?.length) return [required(at)];
  const names = new Set<string>();
  return [
    ...containers.flatMap((container, i) => {
      const here = `${at}[${i}]`;
      const errors = commonErrors(container, here, of);
      if (names.has(container.name)) errors.push(duplicate(`${here}.name`, container.name));
      names.add(container.name);
      return [...errors, ...lifeErrors(container, here, of), ...restartErrors(container, here)];
    }),
    ...hostPortErrors(containers, at),
  ];
}

const ofSidecars = ['lifecycle', ...probes] as const;

export function initContainerErrors(at: string, of: OfPod): FieldError[] {
  const names = new Set(of.spec.containers?.map(({ name }) => name));
  return (of.spec.initContainers ?? []).flatMap((container, i) => {
    const here = `${at}[${i}]`;
    const { name, restartPolicy } = container;
    const errors = [...commonErrors(container, here, of), ...restartErrors(container, here)];
    if (names.has(name)) errors.push(duplicate(`${here}.name`, name));
    else if (name) names.add(name);
    errors.push(...hostPortErrors([container], at));
    if (restartPolicy === 'Always') return [...errors, ...lifeErrors(container, here, of)];
    for (const field of ofSidecars)
      if (container[field])
        errors.push(
          forbidden(`${here}.${field}`, 'may not be set for init containers without restartPolicy=Always'),
        );
    for (const [j, policy] of fieldsOf(container.resizePolicy).entries())
      if (policy.restartPolicy === 'RestartContainer')
        errors.push(
          invalidValue(
            `${here}.resizePolicy[${j}].restartPolicy`,
            policy.restartPolicy,
            "must not be set to 'RestartContainer' for non-sidecar initContainers",
          ),
        );
    return errors;
  });
}
