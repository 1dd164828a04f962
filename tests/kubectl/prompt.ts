import { Cluster, type ClusterOptions } from '@/lib/cluster/cluster';
import type { Manifest } from '@/lib/cluster/objects';
import { folderOf } from '@/lib/kubectl/folder';
import { type Outcome, Shell } from '@/lib/kubectl/shell';

/** A prompt on a small cluster with these files, for tests: `type` runs a line and moves the clock as far as it takes. */
export function prompt(
  files: Readonly<Record<string, string | object>> = {},
  options: Partial<ClusterOptions> = {},
) {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }], ...options });
  const texts = Object.entries(files).map(([name, file]) => [
    name,
    typeof file === 'string' ? file : JSON.stringify(file),
  ]);
  const shell = new Shell(cluster, folderOf(Object.fromEntries(texts)));
  return {
    cluster,
    shell,
    type: (line: string): Outcome => shell.run(line, cluster),
    wait: (seconds: number) => cluster.run(cluster.nowMs + seconds * 1000),
  };
}

export const podOf = (name: string, spec: object = {}, labels: object = {}): Manifest =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...(Object.keys(labels).length > 0 && { labels }) },
    spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
  }) as unknown as Manifest;

export const deploymentOf = (name: string, replicas = 2, spec: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'app', image: 'app:v1' }] },
    },
    ...spec,
  },
});
