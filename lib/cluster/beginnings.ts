import { networkNotReady } from './kubelet/node-network';
import type { Labels, Manifest, NodeCondition, NodeSpec, NodeStatus } from './objects';
import { timestamp } from './time';

export interface NodeOptions {
  readonly name: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: string;
  readonly ephemeralStorage?: string;
  /** Resources of other names, as `example.com/gpu`. */
  readonly resources?: Labels;
  readonly labels?: Labels;
  readonly taints?: NodeSpec['taints'];
  /** Its InternalIP; without one it comes from the node's number. */
  readonly address?: string;
  /** The range of its Pods' addresses; without one it comes from the node's number. */
  readonly podCIDR?: string;
  /** `none`: nobody has set up a network of Pods there. Until somebody does, the node is not Ready. */
  readonly network?: 'none';
}

const namespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** What is there before anybody does anything: namespaces, nodes, the storage class of the recordings, and a default one. */
export function beginnings(nodes: readonly NodeOptions[]): Manifest[] {
  const classOf = (name: string, volumeBindingMode: string, annotations?: Labels): Manifest => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name, ...(annotations && { annotations }) },
    provisioner: 'podium.dev/always',
    volumeBindingMode,
  });
  return [
    ...namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
    ...nodes.map((options, index) => newNode(options, index, 0)),
    classOf('late', 'WaitForFirstConsumer'),
    classOf('standard', 'Immediate', { 'storageclass.kubernetes.io/is-default-class': 'true' }),
  ];
}

/** What a kubelet says of its node while all is well, but perhaps for the network. Source: pkg/kubelet/nodestatus/setters.go. */
export function healthyConditions(nowMs: number, hasNetwork = true): NodeCondition[] {
  const [lastHeartbeatTime, lastTransitionTime] = [timestamp(nowMs), timestamp(nowMs)];
  const condition = (type: string, status: 'True' | 'False', reason: string, message: string) => ({
    type,
    status,
    lastHeartbeatTime,
    lastTransitionTime,
    reason,
    message: `kubelet ${message}`,
  });
  const ready = condition('Ready', 'True', 'KubeletReady', 'is posting ready status');
  return [
    condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'has sufficient memory available'),
    condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'has no disk pressure'),
    condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'has sufficient PID available'),
    hasNetwork ? ready : { ...ready, status: 'False', reason: 'KubeletNotReady', message: networkNotReady },
  ];
}

const nodeInfo: Labels = {
  architecture: 'amd64',
  bootID: '',
  containerRuntimeVersion: 'containerd://2.1.4',
  kernelVersion: '6.12.0',
  kubeProxyVersion: '',
  kubeletVersion: 'v1.37.2',
  machineID: '',
  operatingSystem: 'linux',
  osImage: 'Debian GNU/Linux 13 (trixie)',
  systemUUID: '',
};

/**
 * A node as its kubelet registers it. `index` is its number for life: the one that no other node of the cluster has had; its
 * addresses, 192.168.0.11 and 10.244.0.0/24 for the first, come from it.
 * Source: pkg/kubelet/kubelet_node_status.go initialNode, nodestatus/setters.go; podCIDR: pkg/controller/nodeipam.
 */
export function newNode(options: NodeOptions, index: number, nowMs: number): Manifest {
  const { name } = options;
  const hasNetwork = options.network !== 'none';
  // Source: plugin/pkg/admission/nodetaint. A node that is Ready from the beginning has lost it again.
  const ofAdmission = hasNetwork
    ? []
    : [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' } as const];
  const taints = [...(options.taints ?? []), ...ofAdmission];
  const capacity: Labels = {
    cpu: options.cpu ?? '4',
    'ephemeral-storage': options.ephemeralStorage ?? '100Gi',
    'hugepages-1Gi': '0',
    'hugepages-2Mi': '0',
    memory: options.memory ?? '8Gi',
    pods: options.pods ?? '110',
    ...options.resources,
  };
  const podCIDR = options.podCIDR ?? `10.244.${index & 255}.0/24`;
  const spec: NodeSpec = {
    podCIDR,
    podCIDRs: [podCIDR],
    ...(taints.length > 0 && { taints }),
  };
  const status: NodeStatus = {
    addresses: [
      {
        type: 'InternalIP',
        address: options.address ?? `192.168.${index >> 8}.${(11 + index) & 255}`,
      },
      { type: 'Hostname', address: name },
    ],
    capacity,
    allocatable: capacity,
    conditions: healthyConditions(nowMs, hasNetwork),
    nodeInfo,
  };
  const platform = Object.fromEntries(
    ['kubernetes.io', 'beta.kubernetes.io'].flatMap((domain) => [
      [`${domain}/arch`, 'amd64'],
      [`${domain}/os`, 'linux'],
    ]),
  );
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { ...platform, 'kubernetes.io/hostname': name, ...options.labels } },
    spec,
    status,
  };
}
