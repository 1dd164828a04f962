import type { StatefulSet } from '../../cluster/objects';
import { selectorText } from '../../cluster/selector';
import { classOf } from './claim-text';
import { describerOf } from './describer';
import { multiline } from './lists';
import type { Page } from './page';
import { podTemplate } from './template';
import { dateText, listText, quantityText, sortedPairs } from './values';
import { labelled, named, podsStatus } from './workloads';

/** Models pkg/describe describeStatefulSet (v1.37). */
export const statefulSet = describerOf<StatefulSet>((page, object, { reading }) => {
  const { spec, status, metadata } = object;
  named(page, object);
  page.field(0, 'CreationTimestamp', dateText(metadata.creationTimestamp));
  page.field(0, 'Selector', selectorText(spec.selector));
  labelled(page, object);
  if (spec.serviceName) page.field(0, 'Service Name', spec.serviceName);
  if (spec.podManagementPolicy) page.field(0, 'Pod Management Policy', spec.podManagementPolicy);
  page.field(0, 'Replicas', `${spec.replicas} desired | ${status.replicas ?? 0} total`);
  page.field(0, 'Update Strategy', spec.updateStrategy.type);
  const { partition, maxUnavailable } = spec.updateStrategy.rollingUpdate ?? {};
  if (partition !== undefined) {
    page.field(1, 'Partition', partition);
    if (maxUnavailable !== undefined) page.field(1, 'MaxUnavailable', maxUnavailable);
  }
  const retention = spec.persistentVolumeClaimRetentionPolicy;
  if (retention) {
    page.write(0, 'Persistent Volume Claim Retention Policy:\n');
    page.field(1, 'WhenDeleted', retention.whenDeleted ?? '');
    page.field(1, 'WhenScaled', retention.whenScaled ?? '');
  }
  page.field(0, 'Pods Status', podsStatus(reading, object, spec.selector));
  podTemplate(page, spec.template);
  claimTemplates(page, spec.volumeClaimTemplates);
});

/** Source: describeVolumeClaimTemplates. */
function claimTemplates(page: Page, all: StatefulSet['spec']['volumeClaimTemplates']): void {
  if (!all?.length) page.field(0, 'Volume Claims', '<none>');
  else page.write(0, 'Volume Claims:\n');
  for (const { metadata, spec } of all ?? []) {
    page.field(1, 'Name', metadata.name);
    page.field(1, 'StorageClass', classOf(metadata, spec));
    for (const [title, pairs] of [
      ['Labels', metadata.labels],
      ['Annotations', metadata.annotations],
    ] as const)
      multiline(
        page,
        title,
        sortedPairs(pairs).map(([key, value]) => `${key}=${value}`),
        '  ',
      );
    const { storage } = spec.resources?.requests ?? {};
    page.field(1, 'Capacity', storage === undefined ? '<default>' : quantityText(storage));
    page.field(1, 'Access Modes', listText(spec.accessModes));
  }
}
