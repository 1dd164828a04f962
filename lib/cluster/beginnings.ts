import type { Manifest, Node } from './objects';

export interface NodeOptions {
  readonly name: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: Node['spec']['taints'];
}

/** What is there before anybody does anything: nodes, and the two storage classes of the recordings. */
export function beginnings(nodes: readonly NodeOptions[]): Manifest[] {
  const classOf = (name: string, volumeBindingMode: string): Manifest => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: 'podium.dev/always',
    volumeBindingMode,
  });
  return [...nodes.map(newNode), classOf('late', 'WaitForFirstConsumer'), classOf('standard', 'Immediate')];
}

/** A node as its kubelet registers it; `index` counts the nodes before it. */
export function newNode(options: NodeOptions, index: number): Manifest {
  const allocatable = {
    cpu: options.cpu ?? '4',
    memory: options.memory ?? '8Gi',
    pods: options.pods ?? '110',
  };
  const node: Omit<Node, 'metadata' | 'status'> & { metadata: Manifest['metadata'] } = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: options.name, labels: { 'kubernetes.io/hostname': options.name, ...options.labels } },
    spec: { podCIDR: `10.244.${index & 255}.0/24`, ...(options.taints && { taints: options.taints }) },
  };
  return {
    ...node,
    status: {
      capacity: allocatable,
      allocatable,
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
    },
  };
}
