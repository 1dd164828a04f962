import type { Labels, Node, Pod } from '../../cluster/objects';
import { hasEnded } from '../../cluster/pods';
import { milliValue, quantity } from '../../cluster/quantity';
import { timestamp } from '../../cluster/time';
import { ageOf } from '../printers/age';
import { rolesOf } from '../printers/columns-nodes';
import { type Amount, type Amounts, amountsOf, amountText, nothing, plus } from './amounts';
import { describerOf, type Surroundings } from './describer';
import { taints } from './lists';
import type { Page } from './page';
import { dateText, quantityText, sortedPairs } from './values';
import { labelled } from './workloads';

/** How often a kubelet renews the lease of its node, ms. */
const renewalMs = 10_000;

/** Models pkg/describe describeNode (v1.37). Leaves out: ResourceSlices. */
export const node = describerOf<Node>((page, object, around) => {
  const { metadata, spec, status } = object;
  page.field(0, 'Name', metadata.name);
  page.field(0, 'Roles', rolesOf(object));
  labelled(page, object);
  page.field(0, 'CreationTimestamp', dateText(metadata.creationTimestamp));
  taints(page, 'Taints', spec.taints);
  page.field(0, 'Unschedulable', spec.unschedulable ?? false);
  lease(page, metadata.name, around);
  conditions(page, status.conditions);
  page.write(0, 'Addresses:\n');
  for (const { type, address } of status.addresses ?? []) page.field(1, type, address);
  resources(page, 'Capacity', status.capacity);
  resources(page, 'Allocatable', status.allocatable);
  systemInfo(page, status.nodeInfo ?? {});
  if (spec.podCIDR) page.field(0, 'PodCIDR', spec.podCIDR);
  if (spec.podCIDRs?.length) page.field(0, 'PodCIDRs', spec.podCIDRs.join(','));
  const { providerID } = spec as { readonly providerID?: string };
  if (providerID) page.field(0, 'ProviderID', providerID);
  pods(page, object, around);
});

/** Leases are not stored: it was renewed as long as the kubelet was heard. Source: describeNodeLease. */
function lease(page: Page, name: string, { nowMs, silentSinceMs }: Surroundings): void {
  const heardMs = silentSinceMs(name) ?? nowMs;
  page.write(0, 'Lease:\n');
  page.field(1, 'HolderIdentity', name);
  page.field(1, 'AcquireTime', '<unset>');
  page.field(1, 'RenewTime', dateText(timestamp(Math.floor(heardMs / renewalMs) * renewalMs)));
}

function conditions(page: Page, all: Node['status']['conditions']): void {
  if (!all?.length) return;
  page.write(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n');
  page.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
  for (const { type, status, reason = '', message = '', ...times } of all)
    page.write(
      1,
      `${type} \t${status} \t${dateText(times.lastHeartbeatTime)} \t${dateText(times.lastTransitionTime)} \t${reason} \t${message}\n`,
    );
}

function resources(page: Page, title: string, all: Labels | undefined): void {
  const sorted = sortedPairs(all);
  if (sorted.length > 0) page.write(0, `${title}:\n`);
  for (const [name, amount] of sorted) page.field(1, name, quantityText(amount));
}

function systemInfo(page: Page, info: Labels): void {
  page.write(0, 'System Info:\n');
  for (const [title, field] of [
    ['Machine ID', 'machineID'],
    ['System UUID', 'systemUUID'],
    ['Boot ID', 'bootID'],
    ['Kernel Version', 'kernelVersion'],
    ['OS Image', 'osImage'],
    ['Operating System', 'operatingSystem'],
    ['Architecture', 'architecture'],
    ['Container Runtime Version', 'containerRuntimeVersion'],
    ['Kubelet Version', 'kubeletVersion'],
  ] as const)
    page.field(1, title, info[field] ?? '');
}

/** A part of a whole in percent, without what is after the point. Without a whole, as Go turns what is no number. */
const percent = (part: number, whole: number): string => {
  const value = Math.trunc((part / whole) * 100);
  return `(${Number.isFinite(value) ? value : '-9223372036854775808'}%)`;
};

/** Source: describeNodeResource. */
function pods(page: Page, { metadata, status }: Node, { reading, nowMs }: Surroundings): void {
  const key = ({ metadata: { namespace = '', name } }: Pod) => `${namespace}/${name}`;
  const all = reading
    .podsOn(metadata.name)
    .filter((pod) => !hasEnded(pod))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const total = Object.keys(status.allocatable ?? {}).length > 0 ? status.allocatable : status.capacity;
  const share = ({ milli }: Amount, name: string) =>
    name === 'cpu'
      ? percent(milli, milliValue(total.cpu))
      : percent(Math.ceil(milli / 1000), Math.ceil(quantity(total[name])));
  const shared = (amounts: Amounts, name: string) => {
    const amount = amounts.get(name) ?? nothing;
    return `${amountText(amount)} ${share(amount, name)}`;
  };
  page.field(0, 'Non-terminated Pods', `(${all.length} in total)`);
  page.write(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n');
  page.write(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n');
  let [requests, limits]: [Amounts, Amounts] = [new Map(), new Map()];
  for (const pod of all) {
    const [asked, allowed] = [amountsOf(pod, 'requests'), amountsOf(pod, 'limits')];
    const cells = ['cpu', 'memory'].flatMap((name) => [shared(asked, name), shared(allowed, name)]);
    const { namespace = '', name, creationTimestamp } = pod.metadata;
    page.write(1, `${namespace}\t${name}\t\t${cells.join('\t')}\t${ageOf(creationTimestamp, nowMs)}\n`);
    [requests, limits] = [plus(requests, asked), plus(limits, allowed)];
  }
  page.write(0, 'Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n');
  page.write(1, 'Resource\tRequests\tLimits\n');
  page.write(1, '--------\t--------\t------\n');
  const guarded = (amounts: Amounts, name: string) =>
    quantity(total[name]) === 0 ? `${amountText(amounts.get(name) ?? nothing)} (0%)` : shared(amounts, name);
  for (const name of [...standard, ...Object.keys(total).filter(isHugePage).sort()])
    page.write(1, `${name}\t${guarded(requests, name)}\t${guarded(limits, name)}\n`);
  for (const name of Object.keys(total).filter(isExtended).sort())
    page.write(
      1,
      `${name}\t${amountText(requests.get(name) ?? nothing)}\t${amountText(limits.get(name) ?? nothing)}\n`,
    );
}

const standard = ['cpu', 'memory', 'ephemeral-storage'];
const isHugePage = (name: string): boolean => name.startsWith('hugepages-');
const isExtended = (name: string): boolean =>
  !standard.includes(name) && !isHugePage(name) && name !== 'pods';
