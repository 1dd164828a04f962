/** Kubernetes' own alphabet of suffixes. Source: apimachinery pkg/util/rand. */
const suffix = 'bcdfghjklmnpqrstvwxz2456789';

/** Names of workloads in the recordings whose Pods or ReplicaSets carry a suffix that no other part of a line gives away. */
const ofReplicaSets = 'web|api|shop|app|front|slow|bad';
const ofPods = 'agent|pi|old|set|web|once|by-hand|tick-\\d{8}|fails|three';

/**
 * Puts a word for everything that differs from run to run: `<age>`, `<rs1>`, `<pod-ip>`, … Numbers go on through a whole
 * transcript. The same rules as the recordings' own (`Tidy` in the conformance folder's compare.mjs).
 */
export class Tidy {
  private readonly replicaSets = new Map<string, string>();
  private readonly pods = new Map<string, string>();

  private replicaSet = (hash: string): string => this.word(this.replicaSets, 'rs', hash);
  private pod = (hash: string): string => this.word(this.pods, 'p', hash);

  private word(all: Map<string, string>, prefix: string, hash: string): string {
    const word = all.get(hash) ?? `<${prefix}${all.size + 1}>`;
    all.set(hash, word);
    return word;
  }

  text(line: string): string {
    return this.withoutMoments(this.withoutIds(this.withoutNames(line))).replace(/[ \t]+$/gm, '');
  }

  private withoutNames(line: string): string {
    return line
      .replace(
        new RegExp(`\\b([a-z][a-z0-9]*(?:-[a-z]+)*)-([${suffix}]{6,10})-([${suffix}]{5})\\b`, 'g'),
        (_, name, hash, pod) => `${name}-${this.replicaSet(hash)}-${this.pod(pod)}`,
      )
      .replace(
        new RegExp(`\\b(${ofReplicaSets})-([${suffix}]{6,10})\\b(?!-)`, 'g'),
        (_, name, hash) => `${name}-${this.replicaSet(hash)}`,
      )
      .replace(
        /pod-template-hash=([a-z0-9]{6,10})/g,
        (_, hash) => `pod-template-hash=${this.replicaSet(hash)}`,
      )
      .replace(
        new RegExp(`\\b(${ofPods})-([${suffix}]{5})\\b`, 'g'),
        (_, name, pod) => `${name}-${this.pod(pod)}`,
      )
      .replace(/\btick-\d{8}\b/g, 'tick-<minute>');
  }

  private withoutIds(line: string): string {
    return line
      .replace(/controller-revision-hash=[a-z0-9-]+/g, 'controller-revision-hash=<revision>')
      .replace(/(batch\.kubernetes\.io\/)?controller-uid=\S+/g, '$1controller-uid=<uid>')
      .replace(/containerd:\/\/[0-9a-f]+/g, '<id>')
      .replace(/sha256:[0-9a-f]+/g, '<id>')
      .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uid>')
      .replace(/\b10\.244\.\d+\.\d+\b/g, '<pod-ip>')
      .replace(/\b10\.96\.\d+\.\d+\b/g, '<cluster-ip>')
      .replace(/\b192\.0\.2\.\d+\b/g, '<node-ip>')
      .replace(/\b(3[0-2]\d{3})\/TCP/g, '<node-port>/TCP')
      .replace(/(NodePort:.*?)(3[0-2]\d{3})/g, '$1<node-port>');
  }

  private withoutMoments(line: string): string {
    return line
      .replace(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]+ \+\d{4}/g, '<time>')
      .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, '<time>')
      .replace(/(?<!Exists for)(\s|\()(\d+[smhd])+(\d+[smhd])*(?=\s|$|\))/gm, '$1<age>')
      .replace(/resourceVersion: "\d+"/g, 'resourceVersion: "<n>"')
      .replace(new RegExp(`-[${suffix}]{5}(\\/| +IPv4)`, 'g'), '-<p>$1');
  }
}
