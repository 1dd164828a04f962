import type { PodTemplate } from '../../cluster/objects';
import { selectorText } from '../../cluster/selector';
import { containerLines } from './containers';
import { annotationLines, labelLines, titled, tolerationLines } from './lines';
import { volumeLines } from './volumes';

interface Spread {
  readonly topologyKey: string;
  readonly whenUnsatisfiable: string;
  readonly maxSkew: number;
  readonly labelSelector?: Parameters<typeof selectorText>[0];
}

/** Source: describeTopologySpreadConstraints. */
export function spreadLines(all: readonly Spread[] | undefined, indent: string): string[] {
  if (!all?.length) return [];
  const sorted = [...all].sort((a, b) => (a.topologyKey < b.topologyKey ? -1 : 1));
  return titled(
    'Topology Spread Constraints',
    sorted.map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) => {
      const selector = labelSelector ? ` for selector ${selectorText(labelSelector) || '<none>'}` : '';
      return `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded${selector}`;
    }),
    indent,
  );
}

/** A Pod template in lines whose cells end with tabs. Source: kubectl pkg/describe DescribePodTemplate (v1.37). */
export function podTemplateLines({ metadata, spec }: PodTemplate): string[] {
  const { serviceAccountName, priorityClassName } = spec as {
    readonly serviceAccountName?: string;
    readonly priorityClassName?: string;
  };
  const indent = '  ';
  const hasAnnotations = Object.keys(metadata?.annotations ?? {}).length > 0;
  return [
    'Pod Template:',
    ...labelLines('  Labels', metadata?.labels),
    ...(hasAnnotations ? annotationLines('  Annotations', metadata?.annotations) : []),
    ...(serviceAccountName ? [`  Service Account:\t${serviceAccountName}`] : []),
    ...(spec.initContainers?.length
      ? containerLines('Init Containers', spec.initContainers, undefined, indent)
      : []),
    ...containerLines('Containers', spec.containers ?? [], undefined, indent),
    ...volumeLines(spec.volumes, indent),
    ...spreadLines(spec.topologySpreadConstraints as readonly Spread[] | undefined, indent),
    ...(priorityClassName ? [`  Priority Class Name:\t${priorityClassName}`] : []),
    ...labelLines('  Node-Selectors', spec.nodeSelector),
    ...tolerationLines('  Tolerations', spec.tolerations),
  ];
}
