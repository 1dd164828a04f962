import { expect } from 'vitest';
import { prompt } from './prompt';

export const template = (app: string, spec: object = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
});
export const controlled = (kind: string, name: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: { selector: { matchLabels: { app: name } }, template: template(name), ...spec },
});
export const claimTemplate = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

/** Types `apply` of these objects, lets so many seconds pass, and describes. Ages, uids and hashes get a word. */
export function described(
  what: string,
  objects: readonly object[],
  seconds = 5,
  nodes: object[] = [{ name: 'n' }],
) {
  const items = { apiVersion: 'v1', kind: 'List', items: objects };
  const at = prompt({ 'all.yaml': items }, { nodes: nodes as never });
  if (objects.length > 0) expect(at.type('kubectl apply -f all.yaml').stderr).toEqual([]);
  at.wait(seconds);
  const { stdout, stderr, exit } = at.type(`kubectl describe ${what}`);
  expect([stderr, exit]).toEqual([[], 0]);
  return stdout.map((line) =>
    line
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID')
      .replace(/-[bcdfghjklmnpqrstvwxz2456789]{8,10}\b/g, '-HASH')
      .replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-POD')
      .trimEnd(),
  );
}

export const podTemplateLines = (app: string) => [
  'Pod Template:',
  `  Labels:  app=${app}`,
  '  Containers:',
  '   app:',
  '    Image:         app:v1',
  '    Port:          <none>',
  '    Host Port:     <none>',
  '    Environment:   <none>',
  '    Mounts:        <none>',
  '  Volumes:         <none>',
  '  Node-Selectors:  <none>',
  '  Tolerations:     <none>',
];

const eventHead = (lines: readonly string[]) => lines.findIndex((line) => line.startsWith('Events:'));
export const body = (lines: readonly string[]) => lines.slice(0, eventHead(lines));
export const says = (lines: readonly string[]) =>
  lines.slice(eventHead(lines) + 3).map((line) => line.trim().split(/ {2,}/).slice(3).join(': '));
