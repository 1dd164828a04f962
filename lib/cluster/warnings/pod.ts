import { labelValueProblems } from '../api/labels';
import { type Fields, fieldsOf } from '../kinds/paths';
import type { Container, Labels, PodSpec } from '../objects';
import { canonicalQuantity, milliValue } from '../quantity';
import { portWarnings } from './ports';

/**
 * What the API server warns of in a Pod or a template of Pods. Models pkg/api/pod/warnings.go warningsForPodSpecAndMeta,
 * pkg/api/node/util.go (v1.37). Leaves out: annotations in place of fields, volumes that are gone, paths of volumes that overlap,
 * addresses in unusual forms.
 */

/** A container and where it stands. */
export interface Placed {
  readonly at: string;
  readonly container: Container;
}

const oldLabels: Labels = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region':
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone':
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type':
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  'app.kubernetes.io/created-by': 'deprecated since v1.9',
  'scheduler.alpha.kubernetes.io/preferAvoidPods':
    'deprecated since v1.22; use Taints and Tolerations instead',
};

/** A term of a node affinity. Of preferred ones only are values looked at here: of required ones validation does. */
export const termWarnings = (term: Fields, at: string, isPreferred = false): string[] =>
  fieldsOf(term.matchExpressions).flatMap(({ key, values }, i) => {
    const here = `${at}.matchExpressions[${i}]`;
    const old = oldLabels[key as string];
    return [
      ...(old ? [`${here}.key: ${key} is ${old}`] : []),
      ...(isPreferred ? ((values ?? []) as string[]) : []).flatMap((value, j) =>
        labelValueProblems(value).map((problem) => `${here}.values[${j}]: ${value} is invalid, ${problem}`),
      ),
    ];
  });

const noSelector = (at: string): string =>
  `${at}.labelSelector: a null labelSelector results in matching no pod`;

function nodeChoiceWarnings({ nodeSelector, affinity, ...spec }: PodSpec, at: string): string[] {
  const nodeAffinity = affinity?.nodeAffinity as Fields | undefined;
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution as Fields | undefined;
  const [ofRequired, ofPreferred] = ['required', 'preferred'].map(
    (how) => `${at}.affinity.nodeAffinity.${how}DuringSchedulingIgnoredDuringExecution`,
  );
  return [
    ...Object.keys(nodeSelector ?? {})
      .sort()
      .flatMap((key) => (oldLabels[key] ? [`${at}.nodeSelector[${key}]: ${oldLabels[key]}`] : [])),
    ...fieldsOf(required?.nodeSelectorTerms).flatMap((term, i) =>
      termWarnings(term, `${ofRequired}.nodeSelectorTerms[${i}]`),
    ),
    ...fieldsOf(nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution).flatMap(({ preference }, i) =>
      termWarnings((preference ?? {}) as Fields, `${ofPreferred}[${i}].preference`, true),
    ),
    ...(spec.topologySpreadConstraints ?? []).flatMap(({ topologyKey, labelSelector }, i) => {
      const here = `${at}.topologySpreadConstraints[${i}]`;
      const old = oldLabels[topologyKey];
      return [
        ...(old ? [`${here}.topologyKey: ${topologyKey} is ${old}`] : []),
        ...(labelSelector ? [] : [noSelector(here)]),
      ];
    }),
  ];
}

function affinityWarnings({ affinity }: PodSpec, at: string): string[] {
  return (['podAffinity', 'podAntiAffinity'] as const).flatMap((which) => {
    const terms = affinity?.[which] as Fields | undefined;
    const [required, preferred] = ['required', 'preferred'].map(
      (how) => `${how}DuringSchedulingIgnoredDuringExecution`,
    ) as [string, string];
    const here = `${at}.affinity.${which}`;
    return [
      ...fieldsOf(terms?.[required]).flatMap(({ labelSelector }, i) =>
        labelSelector ? [] : [noSelector(`${here}.${required}[${i}]`)],
      ),
      ...fieldsOf(terms?.[preferred]).flatMap(({ podAffinityTerm }, i) =>
        (podAffinityTerm as Fields | undefined)?.labelSelector
          ? []
          : [noSelector(`${here}.${preferred}[${i}].podAffinityTerm`)],
      ),
    ];
  });
}

/** Each value that stands in a list before, by what is said of it. */
const repeated = (list: readonly string[], said: (i: number, value: string) => string): string[] =>
  list.flatMap((value, i) => (list.indexOf(value) < i ? [said(i, value)] : []));

/** A part of a byte. */
export const fractionWarnings = (text: string | undefined, at: string): string[] =>
  text === undefined || milliValue(text) % 1000 === 0
    ? []
    : [
        `${at}: fractional byte value ${JSON.stringify(canonicalQuantity(text) ?? text)} is invalid, must be an integer`,
      ];

const inBytes = ['memory', 'ephemeral-storage'];

function resourceWarnings({ at, container: { resources } }: Placed): string[] {
  return inBytes.flatMap((name) =>
    (['limits', 'requests'] as const).flatMap((list) =>
      fractionWarnings(resources?.[list]?.[name], `${at}.resources.${list}[${name}]`),
    ),
  );
}

/** A variable that hides one of its name; one that begins with the old value is fine. */
function environmentWarnings({ at, container: { env = [] } }: Placed): string[] {
  const names = new Set<string>();
  return env.flatMap(({ name, value = '', valueFrom }, i) => {
    const isHidden = names.has(name);
    names.add(name);
    const ref = `$(${name})`;
    const isFine = !valueFrom && value !== ref && value.includes(ref);
    return isHidden && !isFine
      ? [
          `${at}.env[${i}]: hides previous definition of ${JSON.stringify(name)}, which may be dropped when using apply`,
        ]
      : [];
  });
}

/** `at` is where the spec stands: `spec`, `spec.template.spec`. */
export function podWarnings(spec: PodSpec, at: string): string[] {
  const containers = (['initContainers', 'containers'] as const).flatMap((list) =>
    (spec[list] ?? []).map((container, i): Placed => ({ at: `${at}.${list}[${i}]`, container })),
  );
  const hosts = fieldsOf(spec.hostAliases).map(({ ip }) => String(ip ?? ''));
  const secrets = fieldsOf(spec.imagePullSecrets).map(({ name }) => String(name ?? ''));
  const overhead = (spec.overhead ?? {}) as Labels;
  const { terminationGracePeriodSeconds: grace = 0 } = spec;
  return [
    ...nodeChoiceWarnings(spec, at),
    ...repeated(hosts, (i, ip) => `${at}.hostAliases[${i}].ip: duplicate ip ${JSON.stringify(ip)}`),
    ...repeated(
      secrets,
      (i, name) => `${at}.imagePullSecrets[${i}].name: duplicate name ${JSON.stringify(name)}`,
    ),
    ...secrets.flatMap((name, i) =>
      name ? [] : [`${at}.imagePullSecrets[${i}].name: invalid empty name ""`],
    ),
    ...inBytes.flatMap((name) => fractionWarnings(overhead[name], `${at}.overhead[${name}]`)),
    ...containers.flatMap((one) => [...resourceWarnings(one), ...environmentWarnings(one)]),
    ...portWarnings(containers),
    ...(grace < 0
      ? [
          `${at}.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1`,
        ]
      : []),
    ...affinityWarnings(spec, at),
  ];
}
