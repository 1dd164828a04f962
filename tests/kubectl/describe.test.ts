import { describe, expect, it } from 'vitest';
import { podOf, prompt } from './prompt';

const files = {
  'pods.yaml': {
    apiVersion: 'v1',
    kind: 'List',
    items: [podOf('web-a', {}, { tier: 'front' }), podOf('web-b'), podOf('db', {}, { tier: 'back' })],
  },
  'other.yaml': podOf('elsewhere'),
  'absent.yaml': podOf('absent'),
};

function started() {
  const at = prompt(files);
  at.type('kubectl apply -f pods.yaml');
  at.wait(5);
  return at;
}

const namesIn = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('Name: ')).map((line) => line.slice(6).trim());
const hasEvents = (lines: readonly string[]) => lines.some((line) => line.startsWith('Events:'));

describe('what describe describes', () => {
  it('is the one that is named, with its Events', () => {
    const { stdout, stderr, exit } = started().type('kubectl describe pod web-a');
    expect(namesIn(stdout)).toEqual(['web-a']);
    expect(hasEvents(stdout)).toBe(true);
    expect([stderr, exit]).toEqual([[], 0]);
  });

  it('is each that has a name beginning so, where none has the name; an empty line after each, no Events', () => {
    const { stdout, exit } = started().type('kubectl describe pod web');
    expect(namesIn(stdout)).toEqual(['web-a', 'web-b']);
    expect(stdout.at(-1)).toBe('');
    expect(stdout[stdout.indexOf('Name:         web-b') - 1]).toBe('');
    expect(hasEvents(stdout)).toBe(false);
    expect(exit).toBe(0);
  });

  it('is a beginning in the type alone, not after a slash and not beside other names', () => {
    const at = started();
    expect(at.type('kubectl describe pod/web')).toEqual({
      stdout: [],
      stderr: ['Error from server (NotFound): pods "web" not found'],
      exit: 1,
    });
    const { stdout, stderr } = at.type('kubectl describe pods web db');
    expect(namesIn(stdout)).toEqual(['db']);
    expect(stderr).toEqual(['Error from server (NotFound): pods "web" not found']);
  });

  it('is all of a type, by label, of other types too, with two empty lines between', () => {
    const at = started();
    const { stdout } = at.type('kubectl describe pods');
    expect(namesIn(stdout)).toEqual(['db', 'web-a', 'web-b']);
    const second = stdout.indexOf('Name:         web-a');
    expect(stdout.slice(second - 3, second)).toEqual([expect.stringMatching(/^ /), '', '']);
    expect(namesIn(at.type('kubectl describe pods -l tier').stdout)).toEqual(['db', 'web-a']);
    expect(namesIn(at.type('kubectl describe po,no').stdout)).toEqual(['db', 'web-a', 'web-b', 'node-1']);
    expect(namesIn(at.type('kubectl describe pod/db node/node-1').stdout)).toEqual(['db', 'node-1']);
  });

  it('is what files name, as the cluster has it; of what is not there each is told once', () => {
    const at = started();
    const { stdout, stderr, exit } = at.type('kubectl describe -f pods.yaml -f absent.yaml -f absent.yaml');
    expect(namesIn(stdout)).toEqual(['web-a', 'web-b', 'db']);
    expect(stdout).toContain('Status:       Running');
    expect(stderr).toEqual(['Error from server (NotFound): pods "absent" not found']);
    expect(exit).toBe(1);
  });

  it('is of every namespace with -A, of the one of -n otherwise', () => {
    const at = started();
    at.type('kubectl apply -f other.yaml -n kube-public');
    expect(namesIn(at.type('kubectl describe pods -n kube-public').stdout)).toEqual(['elsewhere']);
    expect(namesIn(at.type('kubectl describe pods -A').stdout)).toEqual([
      'db',
      'web-a',
      'web-b',
      'elsewhere',
    ]);
  });
});

describe('Events', () => {
  it.each([
    ['of several objects only when they are asked for', 'kubectl describe pods --show-events', true],
    ['of several objects not else', 'kubectl describe pods', false],
    ['of one object of many that were asked for', 'kubectl describe pods -l tier=back', true],
    ['of one object unless it was said not to', 'kubectl describe pod db --show-events=false', false],
    ['of names that begin so when they are asked for', 'kubectl describe pod web --show-events=true', true],
    ['not beside one that is missing', 'kubectl describe pods db nope', false],
  ])('%s', (_, line, wanted) => {
    expect(hasEvents(started().type(line).stdout)).toBe(wanted);
  });

  it('are only those about the object itself, not about an earlier one of its name', () => {
    const at = started();
    at.type('kubectl delete pod db --force');
    at.type('kubectl apply -f pods.yaml');
    at.wait(5);
    const scheduled = at
      .type('kubectl describe pod db')
      .stdout.filter((line) => /Successfully assigned/.test(line));
    expect(scheduled).toEqual([
      expect.stringMatching(
        /^ {2}Normal {2}Scheduled {2}5s {4}default-scheduler {2}Successfully assigned default\/db/,
      ),
    ]);
  });

  it('are in the order in which they were last seen, the scheduler first; a repeated one says how often', () => {
    const at = prompt({ 'bad.yaml': podOf('bad', { containers: [crashing] }) });
    at.type('kubectl apply -f bad.yaml');
    at.wait(60);
    const { stdout } = at.type('kubectl describe pod bad');
    const table = stdout.slice(stdout.indexOf('Events:') + 3).map((line) => line.trim().split(/ {2,}/));
    expect(table.map(([, reason]) => reason)).toEqual([
      'Scheduled',
      'Pulled',
      'Created',
      'Started',
      'BackOff',
    ]);
    expect(table[0]?.[2]).toBe('60s');
    expect(table[1]?.[2]).toMatch(/^\d+s \(x4 over 60s\)$/);
    expect(table[4]?.[4]).toMatch(
      /^spec\.containers\{app\}: Back-off restarting failed container app in pod/,
    );
  });

  it('are a table of their own: what stands before does not widen it', () => {
    const { stdout } = started().type('kubectl describe pod db');
    const at = stdout.indexOf('Events:');
    expect(stdout.slice(at, at + 3)).toEqual([
      'Events:',
      '  Type    Reason     Age   From               Message',
      '  ----    ------     ----  ----               -------',
    ]);
  });
});

const crashing = { name: 'app', image: 'app:v1', args: ['exit', '1'] };

describe('what describe refuses', () => {
  it.each([
    [
      'kubectl describe',
      [
        'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      ],
    ],
    ['kubectl describe svc nope', ['Error from server (NotFound): services "nope" not found']],
    [
      'kubectl describe pods nope nope2',
      [
        'Error from server (NotFound): pods "nope" not found',
        'Error from server (NotFound): pods "nope2" not found',
      ],
    ],
    ['kubectl describe foo', ['error: the server doesn\'t have a resource type "foo"']],
    ['kubectl describe pods,nodes db', ['error: you may only specify a single resource type']],
    ['kubectl describe pod db -A', ['error: a resource cannot be retrieved by name across all namespaces']],
    ['kubectl describe pod db -l tier', ['error: name cannot be provided when a selector is specified']],
    ['kubectl describe -f nope.yaml', ['error: the path "nope.yaml" does not exist']],
    ['kubectl describe -k .', ['error: not modelled in Podium: kubectl describe --kustomize']],
    [
      'kubectl describe pods --nope',
      ['error: unknown flag: --nope', "See 'kubectl describe --help' for usage."],
    ],
  ])('%s', (line, stderr) => {
    expect(started().type(line)).toEqual({ stdout: [], stderr, exit: 1 });
  });

  it.each([
    ['kubectl describe deploy', 'No resources found in default namespace.'],
    ['kubectl describe pods -n nope', 'No resources found in nope namespace.'],
    ['kubectl describe deploy -A', 'No resources found'],
    ['kubectl describe pods -l tier=none', 'No resources found in default namespace.'],
  ])('%s finds nothing, which is no mistake', (line, says) => {
    expect(started().type(line)).toEqual({ stdout: [], stderr: [says], exit: 0 });
  });

  it('is what is meant by inspect', () => {
    expect(started().type('kubectl inspect pod db').stderr).toEqual(
      expect.arrayContaining(['Did you mean this?', '\tdescribe']),
    );
  });

  it('warns of Endpoints, once', () => {
    const at = started();
    const { stderr, exit } = at.type('kubectl describe endpoints');
    expect(stderr[0]).toBe(
      'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
    );
    expect(exit).toBe(0);
  });
});

describe('any text', () => {
  it('is written so that no terminal obeys it, and in as many lines as it has', () => {
    const args = ['a\u001b[2Jb', 'c\rd', 'e\nf\tg'];
    const at = prompt({
      'odd.yaml': podOf('odd', { containers: [{ name: 'app', image: 'app:v1', args: ['pause', ...args] }] }),
    });
    at.type('kubectl apply -f odd.yaml');
    const { stdout } = at.type('kubectl describe pod odd');
    const from = stdout.indexOf('    Args:');
    expect(stdout.slice(from + 1, from + 6).map((line) => line.trimEnd())).toEqual([
      '      pause',
      '      a^[[2Jb',
      '      c\\rd',
      '      e',
      expect.stringMatching(/^ {6}f +g$/),
    ]);
  });

  it('of a hundred thousand columns or lines is no trouble', () => {
    const at = prompt({
      'wide.yaml': podOf('wide', {
        containers: [
          { name: 'app', image: 'app:v1', args: ['pause', 'x\t'.repeat(100_000), 'y\n'.repeat(100_000)] },
        ],
      }),
    });
    at.type('kubectl apply -f wide.yaml');
    expect(at.type('kubectl describe pod wide').exit).toBe(0);
  });
});
