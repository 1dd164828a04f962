import { describe, expect, it } from 'vitest';
import { fieldIn } from '@/lib/lab/apply-text';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { about, deployment, made } from './objects';

const open = () =>
  createSession(about(undefined, made(0, deployment('web', 2)), { openAtMs: 5_000 }), {
    typist: kubectlTypist,
  });
const names = (session: ReturnType<typeof open>) =>
  session
    .view()
    .workloads.filter(({ depth }) => depth === 0)
    .map(({ kind, name }) => `${kind} ${name}`);

const api = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 1
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers:
      - {name: app, image: 'api:1'}
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: api}
spec:
  selector: {app: api}
  ports:
  - {port: 80, name: one}
  - name: two
    port: 0
`;

describe('a text that is applied', () => {
  it('makes the objects of all its documents at this moment, as one step of undo', () => {
    const session = open();
    expect(
      session.applyText(`${api}---\n# nothing here\n---\n${api.replaceAll(/\bapi\b/g, 'other')}`),
    ).toEqual({
      refusals: [],
    });
    expect(session.commands()).toMatchObject([
      { atMs: 5_000, command: { verb: 'apply', object: { metadata: { name: 'api' } } } },
      { atMs: 5_000, command: { verb: 'apply', object: { metadata: { name: 'other' } } } },
    ]);
    expect(names(session)).toEqual(['Deployment web', 'Deployment api', 'Deployment other']);
    session.undo();
    expect(names(session)).toEqual(['Deployment web']);
  });

  it('changes an object that is there, and creates one that has no name yet', () => {
    const session = open();
    session.applyText(api);
    session.seek(8_000);
    expect(session.applyText(api.replace('replicas: 1', 'replicas: 3'))).toEqual({ refusals: [] });
    expect(session.view().workloads.find(({ name }) => name === 'api')).toMatchObject({ wants: 3 });
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {generateName: x-}\nspec: {containers: [{name: a, image: a}]}\n';
    expect(session.applyText(pod)).toEqual({ refusals: [] });
    expect(session.view().pods.some(({ name }) => name.startsWith('x-'))).toBe(true);
  });

  it('applies nothing of a document that is refused, and says why at the line of the field', () => {
    const session = open();
    const { refusals } = session.applyText(`${api}---\n${service}`);
    expect(names(session)).toEqual(['Deployment web', 'Deployment api']);
    expect(session.view().services).toEqual([]);
    expect(refusals.map(({ line }) => line)).toEqual([21, 22]);
    expect(refusals[0]?.text).toContain('port');
  });

  it.each<[string, string, number]>([
    ['a field that there is not', api.replace('replicas: 1', 'replicas: 1\n  repicas: 2'), 7],
    ['a value of another type', api.replace('replicas: 1', 'replicas: many'), 6],
    ['a label that the selector does not find', api.replace('labels: {app: api}}', 'labels: {app: x}}'), 9],
    ['an image that is missing', api.replace(", image: 'api:1'", ''), 12],
    ['a kind that there is not', api.replace('kind: Deployment', 'kind: Deploiment'), 2],
    ['a name that is none', api.replace('name: api', 'name: A_B'), 4],
  ])('stands %s on its line', (_, text, line) => {
    const session = open();
    const { refusals } = session.applyText(text);
    expect(refusals[0]).toMatchObject({ line });
    expect(session.commands()).toEqual([]);
    expect(names(session)).toEqual(['Deployment web']);
  });

  it('stands text that is no YAML, and YAML that is no object, where it goes wrong', () => {
    const session = open();
    expect(session.applyText('a: b: c\n').refusals).toMatchObject([{ line: 1 }]);
    expect(session.applyText(`${api}---\nkind: Pod\nspec: [\n`).refusals[0]?.line).toBeGreaterThanOrEqual(14);
    expect(session.applyText('# one\n\nkind: Pod\n').refusals).toEqual([
      { line: 3, text: 'error validating data: apiVersion not set' },
    ]);
    expect(session.applyText('- 1\n').refusals).toEqual([{ line: 1, text: 'invalid object to validate' }]);
    expect(session.applyText('').refusals).toEqual([]);
  });

  it('finds the path that a message names', () => {
    expect(fieldIn('failed (/bad; apps/v1, Kind=Deployment): .spec.foo: field not declared in schema')).toBe(
      'spec.foo',
    );
    expect(fieldIn('strict decoding error: unknown field "spec.containers[0].x"')).toBe(
      'spec.containers[0].x',
    );
    expect(fieldIn('pods "web" not found')).toBeUndefined();
  });
});
