import { fill } from '@/app/_ui/fill';
import { type Example, emptyScenario, exampleScenario } from '@/lib/lab/examples';
import type { LabLink, LinkStart } from '@/lib/lab/link';
import type { Scenario } from '@/lib/lab/scenario';
import type { SessionState } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';
import type { Text } from '@/lib/text';
import { loneWords } from './words';

/** A cluster of the playground: what it begins with, and where it is gone on from. */
export interface PlayCluster {
  readonly scenario: Scenario;
  readonly from?: SessionState;
  /** The example that it is. */
  readonly example?: string;
}

const nodesInWords = (nodes: number): Text => {
  const of = ({ play }: (typeof loneWords)['en']) =>
    nodes === 1 ? play.ofNode : fill(play.ofNodes, { nodes });
  return { en: of(loneWords.en), zh: of(loneWords.zh) };
};

export const emptyCluster = (nodes: number): PlayCluster => ({
  scenario: emptyScenario(nodes, nodesInWords(nodes)),
});

export const clusterOfExample = (example: Example): PlayCluster => ({
  scenario: exampleScenario(example),
  example: example.id,
});

/** A link holds all of a playground's cluster: an example may be another one by the time that it is opened. */
export function clusterOfLink({ scenario: start, state }: LabLink): PlayCluster {
  if (typeof start === 'string') throw new Error(`the playground has no scenario of the name ${start}`);
  const { seed, nodes, subject, commands } = start;
  const empty = emptyScenario(nodes.length, {
    en: loneWords.en.play.fromLink,
    zh: loneWords.zh.play.fromLink,
  });
  const begun = { ...empty, id: 'link', seed, nodes, commands, ...(subject !== undefined && { subject }) };
  return { scenario: begun, from: state };
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
