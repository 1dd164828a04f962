import { spoken } from '../language/spoken';

/** Who wrote a row of a table. */
export type Writer = 'flanneld' | 'kernel' | 'cni' | 'machine';

/**
 * What is said about rules, connections and tables. `{name}` is filled in by `fill`; names of chains, tables and states, and
 * the rules themselves, are never translated.
 */
export interface RuleWords {
  readonly rules: Readonly<
    Record<
      | 'title'
      | 'place'
      | 'table'
      | 'tables'
      | 'nft'
      | 'notYet'
      | 'below'
      | 'notTaken'
      | 'notTakenThere'
      | 'lookedUp'
      | 'drew'
      | 'isThere'
      | 'noEntry'
      | 'more'
      | 'moreNotYet'
      | 'inPod'
      | 'outsideNodes'
      | 'noHook'
      | 'noRule'
      | 'natKnown'
      | 'natInvalid'
      | 'goTo',
      string
    >
  >;
  /** Why a rule did not take the packet: by the match, with `Not` behind it when the rule asks for the opposite. */
  readonly unmatched: Readonly<Record<string, string>>;
  readonly connection: Readonly<
    Record<
      | 'title'
      | 'on'
      | 'from'
      | 'to'
      | 'asked'
      | 'expects'
      | 'sentence'
      | 'differs'
      | 'mirrors'
      | 'confirmed'
      | 'notConfirmed'
      | 'question'
      | 'answer'
      | 'related'
      | 'id'
      | 'none'
      | 'invalid'
      | 'noneHere',
      string
    >
  >;
  readonly reads: Readonly<Record<'title' | 'on' | 'key' | 'keyBy' | 'noEntry' | 'none' | 'notYet', string>>;
  readonly tables: Readonly<Record<'local' | 'route' | 'neighbour' | 'arp' | 'bridge' | 'fdb', string>>;
  readonly writers: Readonly<Record<Writer, string>>;
  readonly places: Readonly<Record<'title', string>>;
}

export const ruleWords = spoken('packetRules');
