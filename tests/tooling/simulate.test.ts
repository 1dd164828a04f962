import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asScript, compiled } from './program';

let folder: string;
let manifest: string;
let run: Awaited<ReturnType<typeof compiled>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-simulate-'));
  manifest = path.join(folder, 'web.yaml');
  writeFileSync(
    manifest,
    `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  replicas: 2
  serviceName: web
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: "app:v1"}]}
`,
  );
  run = await compiled('simulate.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const simulate = (...args: string[]) => {
  const ran = run(args);
  return { ...ran, lines: ran.stdout.trim().split('\n') };
};

describe('npm run simulate', () => {
  it('prints what happened, each line with its moment, who and what, and ends with the hash of the trace', () => {
    const { status, stdout } = asScript('simulate.ts', [
      manifest,
      '--do',
      '@20s kubectl scale sts web --replicas=3',
    ]);
    const lines = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(stdout).toMatch(/0\.000 {2}you +\+ StatefulSet\/web\n/);
    expect(stdout).toMatch(
      /statefulset StatefulSet\/web: .*waiting for ready: replica is not ready \(Pod\/web-0\)/,
    );
    expect(stdout).toMatch(/20\.000 {2}you +~ StatefulSet\/web 2->3\n/);
    expect(stdout).toMatch(/\+ Pod\/web-2\n/);
    expect(lines.at(-1)).toMatch(/^seed 1, \d+ entries until \d+\.\d{3} s, trace [0-9a-f]{14}$/);
  });

  it('prints the journal as JSON, an entry a line, the same for the same seed', () => {
    const runs = [
      simulate(manifest, '--until', '5s', '--trace', 'json'),
      simulate(manifest, '--until', '5s', '--trace', 'json'),
    ];
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
    const entries = runs[0]?.lines.map((line) => JSON.parse(line)) ?? [];
    expect(entries.at(-1)).toMatchObject({ type: 'end', seed: 1, atMs: 5000 });
    expect(entries.slice(0, -1).every(({ atMs }) => atMs <= 5000)).toBe(true);
  });

  it('says what the API server refuses, goes on, and ends with 1', () => {
    const { status, stderr, stdout } = simulate(
      manifest,
      '--do',
      'kubectl scale sts nobody --replicas=1',
      '--do',
      'kubectl delete sts web',
    );
    expect(status).toBe(1);
    expect(stderr).toBe('Error from server (NotFound): statefulsets.apps "nobody" not found\n');
    expect(stdout).toMatch(/- StatefulSet\/web\n/);
  });

  it.each([
    [['--until', '5s'], 2, 'usage: npm run -s simulate'],
    [['MANIFEST', '--frob'], 2, "Unknown option '--frob'"],
    [['MANIFEST', '--until', 'soon'], 2, '"soon" is not a duration; write 60s, 5m or 500ms'],
    [['MANIFEST', '--seed', '-1'], 2, '--seed'],
    [['MANIFEST', '--trace', 'xml'], 2, '--trace is json or text, not "xml"'],
    [['nowhere.yaml'], 1, 'the path "nowhere.yaml" does not exist'],
  ])('%j ends with %i and says why', (args, exit, says) => {
    const { status, stderr } = simulate(...args.map((arg) => (arg === 'MANIFEST' ? manifest : arg)));
    expect(status).toBe(exit);
    expect(stderr).toContain(says);
  });

  it('--send tells a connection hop by hop, in lines or as one JSON object', () => {
    const { status, lines } = simulate(manifest, '--send', 'from web-0 to node-1:9');
    expect(status).toBe(0);
    expect(
      lines.some((line) => /^1\. 10\.244\.\d+\.\d+:\d+ > 192\.168\.0\.11:9 SYN ttl 64$/.test(line)),
    ).toBe(true);
    expect(lines).toContain('refused: nothing listens there (RST)');
    const json = simulate(manifest, '--trace', 'json', '--send', 'from web-0 to node-1:9').lines;
    expect(JSON.parse(json.at(-2) ?? '')).toMatchObject({ type: 'send', send: 'from web-0 to node-1:9' });
    expect(simulate(manifest, '--send', 'from ghost to web').status).toBe(1);
  });
});
