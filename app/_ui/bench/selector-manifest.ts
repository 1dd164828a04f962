import type { Labels } from '@/lib/cluster/objects';
import type { Kind } from '@/lib/lab/selector-board';

/** The name of whatever the reader applies here. */
export const nameOfMine = 'mine';

const fileOfMine = `${nameOfMine}.yaml`;
export const appliedBy = `kubectl apply -f ${fileOfMine}`;

const indented = (text: string, by: number): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`))
    .join('\n');

/** A value as YAML reads it as text: `v1` as it stands, `1` and `yes` in quotes. */
const quoted = (value: string): string =>
  /^[A-Za-z][\w.-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);

const labelLines = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}: ${quoted(value)}`)
    .join('\n');

/** A line of the shell that writes the manifest into a file and applies it, so that what comes back is kubectl's own text. */
export const applyLine = (manifest: string): string =>
  `echo '${manifest.trimEnd().replaceAll("'", "'\\''")}' > ${fileOfMine} && ${appliedBy}`;

/**
 * The manifest in which the API server gets a selector as it was written, whether it fits there or not: three replicas of a
 * container like those of the board, or port 80.
 */
export function manifestOf(kind: Kind, selector: string, template: Labels): string {
  const head = (apiVersion: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${nameOfMine}\nspec:\n`;
  const asked = selector.trim() === '' ? '  selector: {}' : `  selector:\n${indented(selector, 4)}`;
  if (kind === 'Service') return `${head('v1')}${asked}\n  ports:\n    - port: 80\n`;
  const labels =
    Object.keys(template).length === 0 ? '' : `\n      labels:\n${indented(labelLines(template), 8)}`;
  return `${head(kind === 'ReplicaSet' ? 'apps/v1' : 'v1')}  replicas: 3
${asked}
  template:
    metadata:${labels === '' ? ' {}' : labels}
    spec:
      terminationGracePeriodSeconds: 10
      containers:
        - name: main
          image: httpd:2.4
          command: [/app, graceful, "2"]
          readinessProbe:
            exec:
              command: [/app, test, /app]
            initialDelaySeconds: 2
            periodSeconds: 1
            failureThreshold: 1
`;
}
