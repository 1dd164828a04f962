import { fill } from '@/app/_ui/fill';
import { type Example, emptyScenario, exampleScenario } from '@/lib/lab/examples';
import type { LabLink, LinkStart } from '@/lib/lab/link';
import type { LabShown } from '@/lib/lab/link-shown';
import type { Scenario } from '@/lib/lab/scenario';
import type { SessionState } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';
import type { Locale, Text } from '@/lib/text';
import { loneWords } from './words';

/** A cluster of the playground: what it begins with, and where it is gone on from. */
export interface PlayCluster {
  readonly scenario: Scenario;
  readonly from?: SessionState;
  /** What is looked at when it opens. */
  readonly shown?: LabShown;
  /** The example that it is. */
  readonly example?: string;
}

/** A page has the words of its own language alone; what is made on it is shown on it alone. */
const onThisPage = (said: string): Text => ({ en: said, zh: said });

export function emptyCluster(nodes: number, locale: Locale): PlayCluster {
  const { ofNode, ofNodes } = loneWords[locale].play;
  return { scenario: emptyScenario(nodes, onThisPage(nodes === 1 ? ofNode : fill(ofNodes, { nodes }))) };
}

export const clusterOfExample = (example: Example): PlayCluster => ({
  scenario: exampleScenario(example),
  example: example.id,
});

/** A link holds all of a playground's cluster: an example may be another one by the time that it is opened. */
export function clusterOfLink({ scenario: start, state, shown }: LabLink, locale: Locale): PlayCluster {
  if (typeof start === 'string') throw new Error(`the playground has no scenario of the name ${start}`);
  const { seed, nodes, subject, commands } = start;
  const empty = emptyScenario(nodes.length, onThisPage(loneWords[locale].play.fromLink));
  const begun = { ...empty, id: 'link', seed, nodes, commands, ...(subject !== undefined && { subject }) };
  return { scenario: begun, from: state, ...(shown && { shown }) };
}

export const startOf = ({ seed, nodes, subject, commands }: Scenario): LinkStart => ({
  seed,
  nodes,
  ...(subject !== undefined && { subject }),
  commands,
});

/** What is drawn until the engine has answered: the nodes, from the view of an empty cluster. */
export function firstOf(empty: LabView, { scenario }: PlayCluster): LabView {
  const [one] = empty.nodes;
  if (!one) throw new Error('the view of an empty cluster has no node');
  const nodes = scenario.nodes.map((name) => ({ ...one, name }));
  return { ...empty, nodes, sentence: { key: 'emptyCluster', count: nodes.length } };
}
