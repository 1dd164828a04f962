import type { LabelSelector, Labels } from '../cluster/objects';
import { selectorText, selects } from '../cluster/selector';
import { type Chance, shuffled } from './chance';
import type { NameGroup } from './memo';

/** Names of workloads: each a word that means nothing to Kubernetes, to a program of the model, or in a manifest. */
export const workloadNames = [
  ...['cart', 'shop', 'mail', 'blog', 'chat', 'desk', 'feed', 'forum', 'game', 'grid', 'hotel', 'inbox'],
  ...['ledger', 'library', 'lunch', 'maps', 'menu', 'movies', 'museum', 'music', 'news', 'notes', 'office'],
  ...[
    'orders',
    'parcel',
    'photos',
    'pizza',
    'planner',
    'poll',
    'prices',
    'quiz',
    'radio',
    'recipes',
    'rides',
  ],
  ...[
    'school',
    'search',
    'seats',
    'sports',
    'stocks',
    'studio',
    'survey',
    'tasks',
    'taxi',
    'theatre',
    'tickets',
  ],
  ...['tours', 'trains', 'trips', 'videos', 'visits', 'votes', 'weather', 'wiki', 'zoo'],
] as const;

const memberLetters = [...'abcdefghkmnpqrstwxyz'];
const nodePrefixes = ['node', 'worker', 'host', 'machine', 'server', 'rack', 'blade', 'metal'] as const;

/** Thrown by `need`: these numbers make no good item, others are to be drawn. */
export class Redraw extends Error {}

/**
 * What a generator draws with. The same stream of chance gives the same draws. Names are remembered: a key does not hang on them
 * (`names`), so variants that differ in names alone are run once.
 */
export class Draw {
  private readonly workloads: string[] = [];
  private readonly prefixes: string[] = [];
  private readonly versions: string[] = [];
  private readonly others: string[] = [];

  constructor(private readonly chance: Chance) {}

  /** Every name that was drawn, by what it names. */
  get names(): readonly NameGroup[] {
    const sorted = [this.workloads, this.prefixes, this.versions].map((names) => ({ names, sorts: true }));
    return [...sorted, { names: this.others, sorts: false }];
  }

  /** A whole number from `low` to `high`. */
  int(low: number, high: number): number {
    return low + Math.floor(this.chance() * (high - low + 1));
  }

  pick<Value>(values: readonly Value[]): Value {
    if (values.length === 0) throw new Error('nothing to pick from');
    return values[this.int(0, values.length - 1)] as Value;
  }

  /** So many different ones, in a random order. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    return this.shuffled(values).slice(0, count);
  }

  shuffled<Value>(values: readonly Value[]): Value[] {
    return shuffled(values.length, this.chance).map((index) => values[index] as Value);
  }

  /** The name of a workload, none that was drawn before. */
  name(): string {
    const name = this.pick(workloadNames.filter((one) => !this.workloads.includes(one)));
    this.workloads.push(name);
    return name;
  }

  /** Names of nodes: `worker-1`, `worker-2`, … */
  nodes(count: number): string[] {
    const prefix = this.pick(nodePrefixes);
    if (!this.prefixes.includes(prefix)) this.prefixes.push(prefix);
    return Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
  }

  /** Names of so many of one sort, `cart-k`, `cart-b`, …, whose order must mean nothing to the run. */
  members(prefix: string, count: number): string[] {
    const names = this.some(memberLetters, count).map((letter) => `${prefix}-${letter}`);
    this.others.push(...names);
    return names;
  }

  /** The beginning of names of nodes, for `members`. */
  nodePrefix(): string {
    return this.pick(nodePrefixes);
  }

  /** Two versions of an image of this name, an older and a newer one. The version means nothing to the run. */
  images(name: string): readonly [string, string] {
    const [major, minor] = [this.int(1, 4), this.int(0, 8)];
    const versions = [`${major}.${minor}`, `${major}.${minor + 1}`] as const;
    for (const version of versions) if (!this.versions.includes(version)) this.versions.push(version);
    return [`${name}:${versions[0]}`, `${name}:${versions[1]}`];
  }

  /** Draws again unless this is so. */
  need(isGood: boolean): void {
    if (!isGood) throw new Redraw();
  }

  /** Whether a selector selects these labels, by the library's own rule. */
  selects(selector: LabelSelector, labels: Labels): boolean {
    return selects(selector, labels);
  }

  /** The requirements of a selector that these labels do not meet, each as kubectl prints it. */
  unmet({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): string[] {
    const each: LabelSelector[] = [
      ...Object.entries(matchLabels).map(([key, value]) => ({ matchLabels: { [key]: value } })),
      ...matchExpressions.map((one) => ({ matchExpressions: [one] })),
    ];
    return each.filter((one) => !selects(one, labels)).map(selectorText);
  }
}
