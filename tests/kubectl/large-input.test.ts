import { describe, expect, it } from 'vitest';
import { podOf, prompt } from './prompt';

/** Each of these is answered within this, ms of CPU. */
const withinMs = 10_000;

function answered(files: Readonly<Record<string, string>>, line: string) {
  const { type } = prompt({ 'pod.yaml': podOf('solo'), ...files });
  const began = process.cpuUsage();
  const outcome = type(line);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000, line.slice(0, 60)).toBeLessThan(withinMs);
  return outcome;
}

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
  .split('')
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(',')}]`)
  .join('\n')}\n`;

describe('files that are made to hurt', () => {
  it('a bomb of aliases is refused, not unrolled', () => {
    const { stderr, exit } = answered({ 'bomb.yaml': bomb }, 'kubectl apply -f bomb.yaml');
    expect(stderr[0]).toMatch(/^error: error parsing bomb\.yaml: .*excessive aliasing/);
    expect(exit).toBe(1);
  });

  it('aliases that are used as they are meant are read', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: &l {x: z}, annotations: *l}\nspec: {containers: [{name: c, image: i}]}\n';
    expect(answered({ 'a.yaml': text }, 'kubectl apply -f a.yaml').stdout).toEqual(['pod/a created']);
    const looped = 'apiVersion: v1\nkind: Pod\nmetadata: &m {name: a, labels: *m}\n';
    expect(answered({ 'a.yaml': looped }, 'kubectl apply -f a.yaml').exit).toBe(1);
  });

  it.each([
    ['10 MB of a document', `apiVersion: v1\nkind: Pod\nmetadata: {name: ${'x'.repeat(10_000_000)}}\n`],
    ['10 MB of documents', 'a: b\n---\n'.repeat(1_100_000)],
    ['10 MB of JSON', `{"apiVersion":"v1","kind":"Pod","x":"${'y'.repeat(10_000_000)}"}`],
    ['10 MB of nothing', '\n'.repeat(10_000_000)],
    ['lists in lists, 5,000 deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['JSON, 50,000 deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['lists in lists by lines, 2,000 deep', `${'- '.repeat(2_000)}x\n`],
    ['200,000 opened and never closed', '['.repeat(200_000)],
    ['200,000 question marks', '? '.repeat(200_000)],
    ['100,000 of one key', 'a: b\n'.repeat(100_000)],
    ['a line of 200,000 letters', `a: ${'"x" '.repeat(50_000)}`],
    ['bytes that are no text', `\u0000\u0001\ufffe\ud800${'\u0007'.repeat(1000)}`],
  ])('%s: an answer in words', (_, text) => {
    for (const verb of ['apply', 'delete']) {
      const { stderr, exit } = answered({ 'x.yaml': text }, `kubectl ${verb} -f x.yaml`);
      expect(exit).toBe(1);
      expect(stderr.length).toBeGreaterThan(0);
    }
  });
});

describe('lines that are made to hurt', () => {
  it('a line that no shell would hand on is not read', () => {
    expect(answered({}, `kubectl get ${'x'.repeat(1_000_000)}`)).toEqual({
      stdout: [],
      stderr: ['bash: kubectl: Argument list too long'],
      exit: 126,
    });
  });

  it.each([
    ['many words', `kubectl get pods ${'x '.repeat(8_000)}`],
    ['many flags', `kubectl get pods ${'-l a=b '.repeat(4_000)}`],
    ['many types', `kubectl get ${'pods,'.repeat(3_000)}`],
    ['a long query', `kubectl get pods -l ${'a=b,'.repeat(6_000)}c`],
    ['a deep path', `kubectl get pods -o jsonpath=${'{.a'.repeat(1_500)}`],
    ['many pipes', `kubectl get pods ${'| cat '.repeat(3_000)}`],
    ['many steps', `${'echo x; '.repeat(3_000)}kubectl nope`],
    ['a path of an explanation', `kubectl explain pods${'.spec'.repeat(6_000)}`],
    ['a pattern of files', `kubectl apply -f '${'*a'.repeat(60)}b'`],
    ['a pattern that goes back and back', `echo ${'a'.repeat(5_000)}b | grep -E '(a+)+$'`],
    ['a pattern of stars', `echo ${'a'.repeat(3_000)} | grep '${'a*'.repeat(20)}b'`],
  ])('%s: an answer', (_, line) => {
    const { exit } = answered({ [`${'a'.repeat(200)}.yaml`]: '' }, line);
    expect(exit).toBeGreaterThanOrEqual(0);
  });
});
