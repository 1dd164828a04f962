import type { PodSpec } from '../../cluster/objects';
import type { Page } from './page';

/** Source: pkg/describe describeSchedulingGroup (v1.37). */
export function schedulingGroup(page: Page, spec: PodSpec, indent = ''): void {
  const group = spec.schedulingGroup as { readonly podGroupName?: string } | undefined;
  if (!group) return;
  page.write(0, `${indent}SchedulingGroup:\n`);
  page.field(1, 'PodGroupName', group.podGroupName ?? '');
}
