import { describe, expect, test } from 'vitest';
import { examples, withExample } from '@/app/_ui/manifest/examples';
import { editableText, keptLines } from '@/app/_ui/manifest/server-fields';
import { indentAfter, inkOf } from '@/app/_ui/manifest/yaml-ink';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import type { Scenario } from '@/lib/lab/scenario';

const empty: Scenario = {
  id: 'empty',
  caption: { en: 'An empty cluster', zh: '空集群' },
  seed: 1,
  nodes: ['node-1', 'node-2', 'node-3'],
  commands: [],
  openAtMs: 0,
  pauseAtMs: 60_000,
  hands: [],
};
const open = () => createSession(empty, { typist: kubectlTypist });

/** The inks of a line as `ink:text`. */
const inks = (text: string, at = 0) =>
  (inkOf(text.split('\n'))[at] ?? []).map(
    ({ from, to, ink }) => `${ink}:${text.split('\n')[at]?.slice(from, to)}`,
  );

describe('inks', () => {
  test.each([
    ['replicas: 3', ['key:replicas', 'sign::', 'value:3']],
    ['  image: db:v1', ['key:image', 'sign::', 'text:db:v1']],
    ['- name: a # first', ['sign:-', 'key:name', 'sign::', 'text:a', 'note:# first']],
    ["schedule: '*/1 * * * *'", ['key:schedule', 'sign::', "text:'*/1 * * * *'"]],
    ['clusterIP: None', ['key:clusterIP', 'sign::', 'text:None']],
    ['hostNetwork: true', ['key:hostNetwork', 'sign::', 'value:true']],
    ['# a note: of two words', ['note:# a note: of two words']],
    ['---', ['sign:---']],
    ['- --flag=1', ['sign:-', 'text:--flag=1']],
    ['url: http://db:80#x', ['key:url', 'sign::', 'text:http://db:80#x']],
    ['"app": "a: b"', ['key:"app"', 'sign::', 'text:"a: b"']],
    ['', []],
  ])('%j is %j', (line, expected) => {
    expect(inks(line)).toEqual(expected);
  });

  test('a block of text after | is text up to the line that is no deeper', () => {
    const text = 'data:\n  run.sh: |\n    a: b\n\n    # c\n  other: 1';
    expect(inks(text, 2)).toEqual(['text:a: b']);
    expect(inks(text, 4)).toEqual(['text:# c']);
    expect(inks(text, 5)).toEqual(['key:other', 'sign::', 'value:1']);
  });
});

test.each([
  ['spec:', 2],
  ['  replicas: 3', 2],
  ['    - name: db', 6],
  ['    - name:', 8],
  ['  containers:', 4],
  ['  run: |', 4],
  ['', 0],
])('after %j a line is set in by %i', (line, indent) => {
  expect(indentAfter(line)).toBe(indent);
});

describe('examples', () => {
  test.each(examples.map(({ kind, text }) => [kind, text] as const))(
    'the %s is taken by an empty cluster as it stands, and is there then',
    (kind, text) => {
      const session = open();
      expect(session.applyText(text).refusals).toEqual([]);
      session.seek(5_000);
      expect(session.type(`kubectl get ${kind}`).printed.map(({ stream }) => stream)).not.toContain('stderr');
    },
  );

  test('an example after a text is a document of its own', () => {
    const text = withExample(examples[0]?.text ?? '', examples[2]?.text ?? '');
    expect(open().applyText(text).refusals).toEqual([]);
    expect(withExample('  \n', 'kind: Pod\n')).toBe('kind: Pod\n');
  });
});

describe('what the server keeps', () => {
  const yaml = `apiVersion: v1
kind: Pod
metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"v1"}
  creationTimestamp: "2026-01-01T00:00:00Z"
  generation: 1
  labels:
    app: db
  managedFields:
  - apiVersion: v1
    manager: kubectl
  name: db-0
  ownerReferences:
  - kind: StatefulSet
    uid: 5
  uid: 4
spec:
  containers:
  - name: db
    uid: mine
status:
  phase: Running
  conditions:
  - type: Ready
`;
  const lines = yaml.split('\n');

  test('it is folded in metadata alone: what an author writes under the same name elsewhere stays', () => {
    const kept = keptLines(lines);
    const shown = lines.filter((_, at) => !kept.has(at)).map((line) => line.trim());
    expect(shown).toEqual([
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      'labels:',
      'app: db',
      'name: db-0',
      'ownerReferences:',
      '- kind: StatefulSet',
      'uid: 5',
      'spec:',
      'containers:',
      '- name: db',
      'uid: mine',
      'status:',
      'phase: Running',
      'conditions:',
      '- type: Ready',
      '',
    ]);
  });

  test('annotations of an author stay beside the note of kubectl apply', () => {
    const both =
      'metadata:\n  annotations:\n    a: b\n    kubectl.kubernetes.io/last-applied-configuration: x\n';
    expect(editableText(both)).toBe('metadata:\n  annotations:\n    a: b\n');
  });

  test('the text to edit has no status, and the cluster takes it back', () => {
    expect(editableText(yaml)).not.toMatch(/status|phase|managedFields|last-applied/);
    const session = open();
    session.applyText(examples[0]?.text ?? '');
    session.seek(8_000);
    const live = session.inspect('Deployment/default/shop')?.yaml ?? '';
    expect(live).toContain('resourceVersion');
    const edited = editableText(live).replace('replicas: 3', 'replicas: 4');
    expect(session.applyText(edited).refusals).toEqual([]);
    session.seek(16_000);
    expect(session.view().workloads[0]).toMatchObject({ name: 'shop', wants: 4 });
  });
});
