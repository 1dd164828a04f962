import { fill } from '@/app/_ui/fill';
import { areEqual, type Pair } from '@/lib/conformance/pair';
import type { FlowTrace, OnNode, TablePart, WorldTrace as World } from '@/lib/conformance/world-trace';
import { Happened } from './happened';
import styles from './truth.module.css';
import type { TruthWords } from './words';

interface PartProps {
  /** The flow or the node that it is of: many parts have one title. */
  readonly of: string;
  readonly title: string;
  readonly pairs: readonly Pair[];
  readonly words: TruthWords;
}

/** Lines folded under a title that says how many of them both sides have; open where one is missing. */
function Part({ of, title, pairs, words }: PartProps) {
  const equal = pairs.filter((pair) => areEqual([pair])).length;
  const isSame = equal === pairs.length;
  return (
    <details open={!isSame}>
      <summary>
        {title}{' '}
        <span className={styles.sum} data-differs={isSame ? undefined : ''}>
          {fill(words.world.equal, { equal, count: pairs.length })}
        </span>
      </summary>
      <Happened pairs={pairs} label={`${of}: ${title}`} words={words} isCode />
    </details>
  );
}

function PartsOnNodes({
  of,
  title,
  nodes,
  words,
}: Omit<PartProps, 'pairs'> & {
  readonly nodes: readonly OnNode[];
}) {
  return nodes.map(({ node, pairs }) => (
    <Part key={node} of={of} title={fill(title, { node })} pairs={pairs} words={words} />
  ));
}

function AlsoHit({ nodes, words }: { readonly nodes: readonly OnNode[]; readonly words: TruthWords }) {
  const count = nodes.reduce((sum, { pairs }) => sum + pairs.length, 0);
  if (count === 0) return null;
  const lines = nodes.flatMap(({ node, pairs }) => pairs.map(({ played }) => `${node}: ${played}`));
  return (
    <details>
      <summary>
        {words.world.alsoHit} <span className={styles.sum}>{count}</span>
      </summary>
      <p className={styles.aside}>{words.world.whyAlsoHit}</p>
      <pre className={`${styles.lines} ${styles.wrapped}`}>{lines.join('\n')}</pre>
    </details>
  );
}

function Flow({ flow, words }: { readonly flow: FlowTrace; readonly words: TruthWords }) {
  const say = words.world;
  const { name, says, typed, output, frames, rules, alsoHit, conntrack } = flow;
  return (
    <li className={styles.step}>
      <h3>
        {name}
        <span lang="en">{says}</span>
      </h3>
      <pre className={styles.did}>{typed.join('\n')}</pre>
      {output.length > 0 ? (
        <Happened pairs={output} label={fill(say.output, { name })} words={words} isCode />
      ) : (
        <p className={styles.aside}>{say.silent}</p>
      )}
      {frames.length > 0 ? (
        <Part of={name} title={say.frames} pairs={frames} words={words} />
      ) : (
        <p className={styles.aside}>{say.noFrames}</p>
      )}
      <PartsOnNodes of={name} title={say.rules} nodes={rules} words={words} />
      <AlsoHit nodes={alsoHit} words={words} />
      <PartsOnNodes of={name} title={say.conntrack} nodes={conntrack} words={words} />
    </li>
  );
}

function Tables({
  node,
  parts,
  words,
}: {
  readonly node: string;
  readonly parts: readonly TablePart[];
  readonly words: TruthWords;
}) {
  return (
    <li className={styles.step}>
      <h3>{node}</h3>
      {parts.map(({ name, pairs }) => (
        <Part key={name} of={node} title={words.world.parts[name]} pairs={pairs} words={words} />
      ))}
    </li>
  );
}

/** A recorded network: what was sent and over which wires it went, then what stands in each node's kernel. */
export function WorldTrace({ world, words }: { readonly world: World; readonly words: TruthWords }) {
  return (
    <>
      <section className={styles.part} aria-labelledby="flows">
        <h2 id="flows">{words.world.flows}</h2>
        <p>{words.world.howRead}</p>
        <ol className={styles.steps}>
          {world.flows.map((flow) => (
            <Flow key={flow.name} flow={flow} words={words} />
          ))}
        </ol>
      </section>
      <section className={styles.part} aria-labelledby="tables">
        <h2 id="tables">{words.world.tables}</h2>
        <ol className={styles.steps}>
          {world.tables.map(({ node, parts }) => (
            <Tables key={node} node={node} parts={parts} words={words} />
          ))}
        </ol>
      </section>
    </>
  );
}
