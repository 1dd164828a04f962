import type { Container, Handler, PodSpec, Probe, Volume } from '../objects';
import { canonicalQuantity, quantity } from '../quantity';

/**
 * What stands in a Pod's spec that nobody wrote. Models pkg/apis/core/v1/defaults.go (v1.37). A default takes the place of
 * an empty text and of a zero, too.
 */

type Fields = Readonly<Record<string, unknown>>;

/** The fields, with defaults for those that are absent, empty or zero. */
function withDefaults<T extends object>(given: T, defaults: Partial<T>): T {
  const missing = Object.entries(defaults).filter(([field]) => !(given as Fields)[field]);
  return missing.length ? { ...given, ...Object.fromEntries(missing) } : given;
}

const word = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const imageForm = new RegExp(
  `^(?:[A-Za-z0-9.-]+(?::\\d+)?/)?${word}(?:/${word})*(?::(\\w[\\w.-]{0,127}))?(@\\w+:[0-9a-f]{32,})?$`,
);

/** `latest`, said or not, is pulled each time. Source: parsers.ParseImageName. */
export function pullPolicy(image: string | undefined): 'Always' | 'IfNotPresent' {
  const [found, tag, digest] = imageForm.exec(image ?? '') ?? [];
  return found && (tag ? tag === 'latest' : !digest) ? 'Always' : 'IfNotPresent';
}

function defaultedHandler<T extends Handler>(handler: T): T {
  const { httpGet, grpc } = handler;
  return {
    ...handler,
    ...(httpGet && { httpGet: withDefaults(httpGet, { path: '/', scheme: 'HTTP' }) }),
    ...(grpc && { grpc: { service: '', ...grpc } }),
  };
}

const defaultedProbe = (probe: Probe): Probe =>
  withDefaults(defaultedHandler(probe), {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  });

/** The object with some of its fields made anew, where they are there. */
function changed<T extends object>(given: T, change: { [F in keyof T]?: (value: never) => unknown }): T {
  const fields: Record<string, unknown> = {};
  for (const [field, make] of Object.entries(change)) {
    const value = (given as Fields)[field];
    if (value !== undefined && value !== null) fields[field] = (make as (value: unknown) => unknown)(value);
  }
  return { ...given, ...fields };
}

const each =
  <T>(make: (one: T) => T) =>
  (list: readonly T[]): T[] =>
    list.map(make);

/** Thousandths are the smallest part of a resource. */
const roundedUp = (list: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(list).map(([name, text]) => [
      name,
      /[nu]$|\.\d{4}|e-/.test(text)
        ? (canonicalQuantity(`${Math.ceil(Number((quantity(text) * 1000).toPrecision(15)))}m`) ?? text)
        : text,
    ]),
  );
export const defaultedResources = (resources: object) =>
  changed(resources as { requests: object; limits: object }, { requests: roundedUp, limits: roundedUp });

const fieldRef = (ref: object) => withDefaults(ref as { apiVersion: string }, { apiVersion: 'v1' });
const resourceFieldRef = (ref: object) => withDefaults(ref as { divisor: string }, { divisor: '0' });
const downward = (source: object) => changed(source as Fields, { fieldRef, resourceFieldRef });

const defaultedContainer = (container: Container): Container =>
  withDefaults(
    changed(container, {
      ports: each((port: object) => withDefaults(port as { protocol: string }, { protocol: 'TCP' })),
      env: each((env: object) => changed(env as Fields, { valueFrom: downward })),
      resources: defaultedResources,
      livenessProbe: defaultedProbe,
      readinessProbe: defaultedProbe,
      startupProbe: defaultedProbe,
      lifecycle: (hooks: object) =>
        changed(hooks as Fields, { postStart: defaultedHandler, preStop: defaultedHandler }),
    }),
    {
      resources: {},
      imagePullPolicy: pullPolicy(container.image),
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
    },
  );

const readable = 0o644;
const withMode = (source: object) => ({ defaultMode: readable, ...source });
const items = each(downward);
const projections = each((source: object) =>
  changed(source as Fields, {
    downwardAPI: (api: object) => changed(api as Fields, { items }),
    serviceAccountToken: (token: object) => ({ expirationSeconds: 3600, ...token }),
  }),
);
export const defaultedClaimSpec = <T extends object>(spec: T): T & { volumeMode: string } =>
  changed({ volumeMode: 'Filesystem', ...spec } as T & { volumeMode: string } & Fields, {
    resources: defaultedResources,
  });

function defaultedVolume(volume: Volume): Volume {
  if (Object.keys(volume).every((field) => field === 'name')) return { ...volume, emptyDir: {} };
  return changed(volume, {
    hostPath: (source: object) => ({ type: '', ...source }),
    secret: withMode,
    configMap: withMode,
    downwardAPI: (source: object) => changed(withMode(source) as Fields, { items }),
    projected: (source: object) => changed(withMode(source) as Fields, { sources: projections }),
    image: (source: object) =>
      withDefaults(source as { pullPolicy: string; reference: string }, {
        pullPolicy: pullPolicy((source as { reference?: string }).reference),
      }),
    ephemeral: (source: object) =>
      changed(source as Fields, {
        volumeClaimTemplate: (template: object) => changed(template as Fields, { spec: defaultedClaimSpec }),
      }),
  });
}

/** Source: SetDefaults_PodSpec, SetDefaults_Container, SetDefaults_Probe, SetDefaults_Volume and its like. */
export const defaultedPodSpec = (given: PodSpec): PodSpec => {
  const serviceAccountName = given.serviceAccountName || given.serviceAccount;
  const spec = withDefaults(given, {
    restartPolicy: 'Always',
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: {},
  });
  return changed(
    {
      terminationGracePeriodSeconds: 30,
      ...spec,
      ...(serviceAccountName ? { serviceAccountName, serviceAccount: serviceAccountName } : {}),
    } as PodSpec,
    {
      containers: each(defaultedContainer),
      initContainers: each(defaultedContainer),
      volumes: each(defaultedVolume),
    },
  );
};

const asked = ({ resources, ...container }: Container, isHostNetwork: boolean): Container => {
  const { limits, requests } = resources ?? {};
  const ports = isHostNetwork && container.ports;
  return {
    ...container,
    resources: limits ? { ...resources, requests: { ...limits, ...requests } } : resources,
    ...(ports && {
      ports: ports.map((port) => ({ ...port, hostPort: port.hostPort || port.containerPort })),
    }),
  };
};

/** What is defaulted in a Pod and not in a template of Pods. Source: SetDefaults_Pod. */
export function defaultedPod(spec: PodSpec): PodSpec {
  const grace = spec.terminationGracePeriodSeconds ?? 30;
  return changed(
    { enableServiceLinks: true, ...spec, terminationGracePeriodSeconds: grace < 0 ? 1 : grace } as PodSpec,
    {
      containers: each((one: Container) => asked(one, !!spec.hostNetwork)),
      initContainers: each((one: Container) => asked(one, !!spec.hostNetwork)),
    },
  );
}
