import { atLeastZero, type FieldError, forbidden, invalidValue, oneOf, required } from '../api/refusal';
import type { Container, Handler, Lifecycle, PodSpec, Probe, Volume } from '../objects';
import { fieldsOf } from './paths';
import { portErrors, portOrNameErrors } from './ports';

/**
 * Probes and hooks of a container. Models pkg/apis/core/validation validateHandler, validateProbe, validateLifecycle (v1.37).
 * Leaves out: signals to stop by.
 */

/** What the checks of a container see of its Pod. */
export interface OfPod {
  readonly spec: PodSpec;
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly claims: readonly string[];
}

const actions: Readonly<Record<keyof Handler, (action: never, at: string, grace: number) => FieldError[]>> = {
  exec: ({ command }: NonNullable<Handler['exec']>, at) =>
    command?.length ? [] : [required(`${at}.command`)],
  httpGet: ({ path, port, scheme, httpHeaders }: NonNullable<Handler['httpGet']>, at) => [
    ...(path ? [] : [required(`${at}.path`)]),
    ...portOrNameErrors(`${at}.port`, port ?? 0),
    ...oneOf(`${at}.scheme`, scheme ?? '', ['HTTP', 'HTTPS']),
    ...fieldsOf(httpHeaders).flatMap(({ name }) =>
      /^[-A-Za-z0-9]+$/.test(name as string)
        ? []
        : [
            invalidValue(
              `${at}.httpHeaders`,
              name,
              "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')",
            ),
          ],
    ),
  ],
  tcpSocket: ({ port }: NonNullable<Handler['tcpSocket']>, at) => portOrNameErrors(`${at}.port`, port ?? 0),
  grpc: ({ port }: NonNullable<Handler['grpc']>, at) => portErrors(`${at}.port`, port),
  sleep: ({ seconds = 0 }: NonNullable<Handler['sleep']>, at, grace) =>
    seconds < 0 || seconds > grace
      ? [
          invalidValue(
            at,
            seconds,
            `must be non-negative and less than terminationGracePeriodSeconds (${grace})`,
          ),
        ]
      : [],
};

/** One action, no more. Source: validateHandler. */
function handlerErrors(handler: Handler, at: string, grace: number): FieldError[] {
  const present = (Object.keys(actions) as (keyof Handler)[]).filter((kind) => handler[kind] !== undefined);
  if (present.length === 0) return [required(at, 'must specify a handler type')];
  return present.flatMap((kind, i) =>
    i > 0
      ? [forbidden(`${at}.${kind}`, 'may not specify more than 1 handler type')]
      : actions[kind](handler[kind] as never, `${at}.${kind}`, grace),
  );
}

const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;
export const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function probeErrors(probe: Probe, at: string, kind: (typeof probes)[number], grace: number): FieldError[] {
  const errors = handlerErrors(probe, at, grace);
  for (const field of counts) errors.push(...atLeastZero(`${at}.${field}`, probe[field]));
  const own = probe.terminationGracePeriodSeconds;
  const field = `${at}.terminationGracePeriodSeconds`;
  if (own !== undefined && own <= 0) errors.push(invalidValue(field, own, 'must be greater than 0'));
  if (kind !== 'readinessProbe') {
    if (probe.successThreshold !== 1)
      errors.push(invalidValue(`${at}.successThreshold`, probe.successThreshold, 'must be 1'));
  } else if (own !== undefined) errors.push(invalidValue(field, own, 'must not be set for readinessProbes'));
  return errors;
}

const lifecycleErrors = (
  { postStart, preStop, stopSignal }: Lifecycle,
  at: string,
  of: OfPod,
): FieldError[] => {
  const grace = of.spec.terminationGracePeriodSeconds ?? 30;
  return [
    ...(postStart ? handlerErrors(postStart, `${at}.postStart`, grace) : []),
    ...(preStop ? handlerErrors(preStop, `${at}.preStop`, grace) : []),
    ...(stopSignal && !of.spec.os
      ? [forbidden(`${at}.stopSignal`, 'may not be set for containers with empty `spec.os.name`')]
      : []),
  ];
};

export function lifeErrors(container: Container, at: string, of: OfPod): FieldError[] {
  const grace = of.spec.terminationGracePeriodSeconds ?? 30;
  return [
    ...(container.lifecycle ? lifecycleErrors(container.lifecycle, `${at}.lifecycle`, of) : []),
    ...probes.flatMap((kind) => {
      const probe = container[kind];
      return probe ? probeErrors(probe, `${at}.${kind}`, kind, grace) : [];
    }),
  ];
}
