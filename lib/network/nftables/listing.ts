/** A table of nftables as values, and the text of `nft list table`. */
export interface NftChain {
  /** `type filter hook forward priority filter; policy accept;` of a base chain. */
  readonly base?: string;
  readonly comment?: string;
  readonly rules: readonly string[];
}

export interface NftSet {
  readonly type: string;
  readonly comment?: string;
  /** Lines that follow the type: size, flags, timeout. */
  readonly more?: readonly string[];
  readonly elements: readonly string[];
}

export interface NftElement {
  readonly key: string;
  readonly comment?: string;
  readonly verdict: string;
}

export interface NftMap {
  readonly type: string;
  readonly comment: string;
  readonly elements: readonly NftElement[];
}

export interface NftTable {
  readonly name: string;
  readonly comment: string;
  readonly sets: Readonly<Record<string, NftSet>>;
  readonly maps: Readonly<Record<string, NftMap>>;
  readonly chains: Readonly<Record<string, NftChain>>;
}

const elementsLines = (elements: readonly string[]): string[] =>
  elements.length === 0
    ? []
    : elements.map(
        (element, i) =>
          `${i === 0 ? '\t\telements = { ' : '\t\t\t     '}${element}${i === elements.length - 1 ? ' }' : ','}`,
      );

const block = (head: string, lines: readonly string[]): string[] => [`\t${head} {`, ...lines, '\t}'];

const commentLine = (comment: string | undefined): string[] =>
  comment === undefined ? [] : [`\t\tcomment "${comment}"`];

const elementText = ({ key, comment, verdict }: NftElement): string =>
  `${key}${comment === undefined ? '' : ` comment "${comment}"`} : ${verdict}`;

/** What `nft list table ip NAME` prints. */
export function listed(table: NftTable): string[] {
  const sets = Object.entries(table.sets).map(([name, { type, comment, more = [], elements }]) => [
    name,
    block(`set ${name}`, [
      `\t\ttype ${type}`,
      ...more.map((line) => `\t\t${line}`),
      ...commentLine(comment),
      ...elementsLines(elements),
    ]),
  ]) as [string, string[]][];
  const affinity = (name: string) => name.startsWith('affinity-');
  return [
    `table ip ${table.name} {`,
    `\tcomment "${table.comment}"`,
    ...sets.filter(([name]) => !affinity(name)).flatMap(([, lines]) => lines),
    ...Object.entries(table.maps).flatMap(([name, { type, comment, elements }]) =>
      block(`map ${name}`, [
        `\t\ttype ${type}`,
        ...commentLine(comment),
        ...elementsLines(elements.map(elementText)),
      ]),
    ),
    ...sets.filter(([name]) => affinity(name)).flatMap(([, lines]) => lines),
    ...Object.entries(table.chains).flatMap(([name, { base, comment, rules }]) =>
      block(`chain ${name}`, [
        ...(base === undefined ? [] : [`\t\t${base}`]),
        ...commentLine(comment),
        ...rules.map((rule) => `\t\t${rule}`),
      ]),
    ),
    '}',
  ];
}
