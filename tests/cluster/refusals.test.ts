import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Manifest } from '@/lib/cluster/objects';

/**
 * What Kubernetes' own code answers: its strategies, with defaults, strict decoding and the default feature gates, were
 * given each object of refusals/*.json (sensible ones, most of them with something broken in them) or an object and a
 * strategic merge patch. Admission is not in it: what admission adds, and what is drawn, is left out of the comparison.
 */

type Json = Record<string, unknown>;
type Answer = { readonly object?: Json; readonly status?: Json };
type Case = Answer & ({ readonly create: Json } | { readonly old: Json; readonly patch: Json });

const folder = join(import.meta.dirname, 'refusals');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const casesOf = (file: string) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as { kubernetes: string; cases: Case[] };

const given = (one: Case): Json => ('create' in one ? one.create : one.old);
const nameOf = (object: Json): string => (object.metadata as { name: string }).name;

function modelled(one: Case): Answer {
  const cluster = new Cluster({ seed: 1, nodes: [] });
  // The control plane that was asked had no default class.
  cluster.do({ verb: 'delete', kind: 'StorageClass', name: 'standard' });
  const made = cluster.do({ verb: 'create', object: given(one) as unknown as Manifest });
  if ('create' in one)
    return made.ok ? { object: made.value as unknown as Json } : { status: made.status as unknown as Json };
  expect(made.ok).toBe(true);
  const { kind } = one.old as { kind: string };
  const patched = cluster.do({
    verb: 'patch',
    kind,
    name: nameOf(one.old),
    type: 'strategic',
    body: one.patch,
  });
  return patched.ok ? {} : { status: patched.status as unknown as Json };
}

const uids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const drawn = new Set([
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'lastPhaseTransitionTime',
  'lastTransitionTime',
]);
/** Admission puts these on; allocators draw these unless they are asked for. */
const admitted = new Set(['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']);
const allocated = ['clusterIP', 'clusterIPs', 'nodePort', 'healthCheckNodePort'];

/** The object without what differs from run to run, and without what is null or absent. */
function lasting(value: unknown, asked: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.filter((one) => !(admitted.has(one?.key) && one.tolerationSeconds === 300));
    return list.map((one, i) => lasting(one, Array.isArray(asked) ? asked[i] : undefined));
  }
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? value.replace(uids, 'UID') : value;
  const wanted = (asked ?? {}) as Json;
  const fields = Object.entries(value).flatMap(([field, one]): [string, unknown][] => {
    if (one === null || one === undefined || drawn.has(field)) return [];
    if (allocated.includes(field) && !wanted[field] && one !== 'None' && String(one) !== 'None') return [];
    if ((field === 'priority' || field === 'preemptionPolicy') && wanted[field] === undefined) return [];
    const kept = lasting(one, wanted[field]);
    const isGone = Array.isArray(one) && one.length > 0 && Array.isArray(kept) && kept.length === 0;
    return isGone ? [] : [[field, kept]];
  });
  return Object.fromEntries(fields);
}

/** A Job without labels shows its template's from the first look at it on; what Go answered is from before that. */
const isShownLater = (object: Json, asked: Json): boolean =>
  object.kind === 'Job' && (asked.metadata as Json | undefined)?.labels === undefined;

/**
 * A Node and a claim get their status elsewhere; protection of what is in use is admission's.
 */
function compared(object: Json, asked: Json): unknown {
  const { status, ...others } = lasting(object, asked) as Json & { metadata: Json };
  const isElsewhere = object.kind === 'Node' || object.kind === 'PersistentVolumeClaim';
  const finalizers = ((others.metadata.finalizers ?? []) as string[]).filter(
    (name) => !name.endsWith('-protection'),
  );
  const { labels, ...named } = others.metadata as Json;
  const metadata = {
    ...named,
    finalizers,
    ...(!isShownLater(object, asked) && labels !== undefined && { labels }),
  };
  return { ...others, metadata, ...(isElsewhere ? {} : { status }) };
}

describe.each(files)('%s', (file) => {
  const { kubernetes, cases } = casesOf(file);
  it('is of the version that is modelled', () => expect(kubernetes).toBe('v1.37.2'));

  it.each(cases.map((one, i) => [i, one] as const))('case %i', (_i, one) => {
    const answer = modelled(one);
    if (one.status) {
      const { code, reason, message } = (answer.status ?? {}) as Json;
      const words = (text: unknown) => String(text).replace(uids, 'UID');
      expect({ code, reason, message: words(message) }).toEqual({
        ...one.status,
        message: words(one.status.message),
      });
    } else expect(answer.status).toBeUndefined();
    if (one.object && answer.object)
      expect(compared(answer.object, given(one))).toEqual(compared(one.object, given(one)));
  });
});
