import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asScript, compiled } from '../tooling/program';

let folder: string;
let run: Awaited<ReturnType<typeof compiled>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-kubectl-'));
  writeFileSync(
    path.join(folder, 'pod.yaml'),
    'apiVersion: v1\nkind: Pod\nmetadata: {name: solo}\nspec: {containers: [{name: app, image: "app:v1"}]}\n',
  );
  run = await compiled('kubectl.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const typed = (lines: readonly string[]) => ({
  cwd: folder,
  input: lines.map((line) => `${line}\n`).join(''),
});
const terminal = (lines: readonly string[], ...args: string[]) => run(args, typed(lines));

describe('npm run kubectl', () => {
  it("types lines on a cluster, with the folder's files; time passes as far as lines wait", () => {
    const lines = [
      'kubectl apply -f pod.yaml',
      'kubectl get pods --no-headers',
      'kubectl wait --for=condition=Ready pod/solo',
      'sleep 1m',
      'kubectl get pods --no-headers',
      'kubectl get pod solo -o yaml > out.yaml',
      'kubectl nope',
      'history',
    ];
    const { stdout, stderr } = asScript('kubectl.ts', [], typed(lines));
    expect(stdout.split('\n')).toEqual([
      'pod/solo created',
      expect.stringMatching(/^solo {3}0\/1 +(Pending|ContainerCreating) +0 +0s$/),
      'pod/solo condition met',
      expect.stringMatching(/^solo {3}1\/1 {3}Running {3}0 {5}6[0-2]s$/),
      '    1  kubectl apply -f pod.yaml',
      ...Array.from({ length: 7 }, () => expect.any(String)),
      '',
    ]);
    expect(stderr).toContain('unknown command "nope"');
    expect(readFileSync(path.join(folder, 'out.yaml'), 'utf8')).toMatch(/^apiVersion: v1\nkind: Pod\n/);
  });

  it('ends with the exit code of its last line, at the end of the input or at exit', () => {
    expect(terminal(['kubectl get pod nope']).status).toBe(1);
    expect(
      terminal(['kubectl get pod nope', 'kubectl version', 'exit', 'kubectl nope'], '--clock=wall'),
    ).toMatchObject({ status: 0, stdout: expect.stringContaining('Server Version') });
  });

  it('interrupts a line that would wait for ever when its clock is stepped', () => {
    expect(terminal(['kubectl get pods -w']).status).toBe(130);
  });

  it('says how it is called', () => {
    expect(terminal([], '--clock=moon')).toMatchObject({
      status: 2,
      stderr: '--clock is wall or step, not "moon"\n',
    });
    expect(terminal([], '--nodes=-1').status).toBe(2);
    expect(terminal([], '--help').stdout).toContain('usage: npm run -s kubectl');
  });
});
