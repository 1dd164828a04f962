import type { PodTemplate } from '../../cluster/objects';
import { containers } from './containers';
import { annotations, labels, spreadConstraints, tolerations } from './lists';
import { Page } from './page';
import { schedulingGroup } from './pod-scheduling';
import { volumes } from './volumes';

interface Named {
  readonly serviceAccountName?: string;
  readonly priorityClassName?: string;
}

/** The template of Pods. Models pkg/describe DescribePodTemplate (v1.37). */
export function podTemplate(page: Page, { metadata = {}, spec }: PodTemplate): void {
  const { serviceAccountName, priorityClassName } = spec as Named;
  page.write(0, 'Pod Template:\n');
  labels(page, '  Labels', metadata.labels);
  if (Object.keys(metadata.annotations ?? {}).length > 0)
    annotations(page, '  Annotations', metadata.annotations);
  if (serviceAccountName) page.field(1, 'Service Account', serviceAccountName);
  if (spec.initContainers?.length) containers(page, 'Init Containers', spec.initContainers, { indent: '  ' });
  containers(page, 'Containers', spec.containers ?? [], { indent: '  ' });
  volumes(page, spec.volumes, '  ');
  spreadConstraints(page, spec.topologySpreadConstraints, '  ');
  if (priorityClassName) page.field(1, 'Priority Class Name', priorityClassName);
  labels(page, '  Node-Selectors', spec.nodeSelector);
  tolerations(page, '  Tolerations', spec.tolerations);
  schedulingGroup(page, spec, '  ');
}

/** As `rollout history --revision` prints it: with tabs, which nobody aligns there. Ends with a line end. */
export function podTemplateText(template: PodTemplate): string {
  const page = Page.blank();
  podTemplate(page, template);
  return page.text;
}
