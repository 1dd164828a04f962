/** Tables of iptables as text: a chain is a list of rules, each as `iptables-save` prints it (without counters). */
export interface Chain {
  /** Of a built-in chain; undefined for one that someone made. */
  readonly policy?: 'ACCEPT' | 'DROP';
  readonly rules: readonly string[];
}
export type Table = Readonly<Record<string, Chain>>;
export type Ruleset = Readonly<Record<string, Table>>;

const builtIn: Readonly<Record<string, readonly string[]>> = {
  raw: ['PREROUTING', 'OUTPUT'],
  mangle: ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
  nat: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
};

const emptyTable = (name: string): Table =>
  Object.fromEntries((builtIn[name] ?? []).map((chain) => [chain, { policy: 'ACCEPT', rules: [] }]));

/** Puts chains and rules into a ruleset, in the order in which they are written. */
export class RulesetWriter {
  private readonly tables: Record<string, Record<string, { policy?: 'ACCEPT' | 'DROP'; rules: string[] }>> =
    {};

  constructor(from: Ruleset = {}) {
    for (const [name, table] of Object.entries(from))
      for (const [chain, { policy, rules }] of Object.entries(table))
        this.chain(name, chain, policy).rules.push(...rules);
  }

  /** A table is there with its built-in chains from the first use on. */
  table(name: string): Record<string, { policy?: 'ACCEPT' | 'DROP'; rules: string[] }> {
    const known = this.tables[name];
    if (known) return known;
    const made = Object.fromEntries(
      Object.entries(emptyTable(name)).map(([chain, { policy }]) => [chain, { policy, rules: [] }]),
    ) as Record<string, { policy?: 'ACCEPT' | 'DROP'; rules: string[] }>;
    this.tables[name] = made;
    return made;
  }

  chain(table: string, chain: string, policy?: 'ACCEPT' | 'DROP') {
    const chains = this.table(table);
    const made = chains[chain] ?? { rules: [] };
    if (policy) made.policy = policy;
    chains[chain] = made;
    return made;
  }

  /** Puts rules at the end of a chain; `body` is a rule without `-A CHAIN`. */
  append(table: string, chain: string, ...bodies: readonly string[]): void {
    this.chain(table, chain).rules.push(...bodies.map((body) => `-A ${chain} ${body}`));
  }

  /** Puts a rule at the head of a chain. */
  prepend(table: string, chain: string, body: string): void {
    this.chain(table, chain).rules.unshift(`-A ${chain} ${body}`);
  }

  get ruleset(): Ruleset {
    return this.tables;
  }
}

const order = ['raw', 'mangle', 'filter', 'nat'];

/** The text of `iptables-save` without counters and dates: tables, their chains, then the rules chain by chain. */
export function saved(ruleset: Ruleset): string[] {
  return order.flatMap((name) => {
    const table = ruleset[name];
    if (!table) return [];
    const inOrder = Object.entries(table).filter(([, { policy }]) => policy);
    const made = Object.entries(table)
      .filter(([, { policy }]) => !policy)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const chains = [...inOrder, ...made];
    return [
      `*${name}`,
      ...chains.map(([chain, { policy }]) => `:${chain} ${policy ?? '-'}`),
      ...chains.flatMap(([, { rules }]) => rules),
      'COMMIT',
    ];
  });
}
