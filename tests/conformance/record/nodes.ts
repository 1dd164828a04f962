import { type NodeOptions, newNode } from '@/lib/cluster/beginnings';
import type { Api } from './api';
import { modelMs } from './clock';

const renewalMs = 5000;
export const threeNodes: readonly NodeOptions[] = [
  { name: 'node-1' },
  { name: 'node-2' },
  { name: 'node-3' },
];

/** Nodes without machines: made by the API, their leases renewed here for as long as they are to live. */
export class Nodes {
  private made = 0;
  private renewed = new Set<string>();

  constructor(private readonly api: Api) {
    setInterval(() => void Promise.all([...this.renewed].map((name) => this.renew(name))), renewalMs);
  }

  /** The nodes are these and no others, each as if it had just joined. */
  async become(nodes: readonly NodeOptions[]): Promise<void> {
    const { body } = await this.api.get(this.api.path('Node', undefined));
    for (const { metadata } of body.items as { metadata: { name: string } }[])
      await this.remove(metadata.name);
    for (const node of nodes) await this.add(node);
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline && !(await this.areReady()))
      await new Promise((done) => setTimeout(done, 200));
  }

  async add(options: NodeOptions): Promise<void> {
    const node = newNode(options, this.made++, modelMs());
    const { code, body } = await this.api.post(this.api.path('Node', undefined), node);
    if (code >= 300) throw new Error(`node ${options.name}: ${body.message}`);
    this.renewed.add(options.name);
    await this.renew(options.name);
  }

  async remove(name: string): Promise<void> {
    this.renewed.delete(name);
    await this.api.delete(this.api.path('Node', undefined, name));
    await this.api.delete(this.api.path('Lease', 'kube-node-lease', name));
  }

  silence(name: string): void {
    this.renewed.delete(name);
  }

  private async renew(name: string): Promise<void> {
    const lease = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name },
      spec: {
        holderIdentity: name,
        leaseDurationSeconds: 40,
        renewTime: new Date().toISOString().replace('Z', '000Z'),
      },
    };
    const path = this.api.path('Lease', 'kube-node-lease', name);
    await this.api.patch(`${path}?fieldManager=kubelet&force=true`, 'apply', lease);
  }

  /** The node controller has taken the taint of the beginning away. */
  private async areReady(): Promise<boolean> {
    const { body } = await this.api.get(this.api.path('Node', undefined));
    return (body.items as { spec: { taints?: { key: string }[] } }[]).every(
      ({ spec }) => !spec.taints?.some(({ key }) => key === 'node.kubernetes.io/not-ready'),
    );
  }
}
