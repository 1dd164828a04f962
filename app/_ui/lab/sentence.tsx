import type { ReactNode } from 'react';
import type { LabView, PodState, Sentence as SentenceView } from '@/lib/lab/view';
import { PodMark } from '../cluster/pod-mark';
import styles from './sentence.module.css';
import { templateOf } from './state-words';
import { fill, type LabWords, shortName } from './words';

/** The sentence as plain text, for the live region. */
export function sentenceText(words: LabWords, sentence: SentenceView): string {
  const { count, of } = sentence;
  return fill(templateOf(words, sentence), {
    subject: shortName(sentence.subject),
    object: shortName(sentence.object),
    count,
    of,
    state: sentence.state,
  });
}

/** What is the case now, in one line, with the Pods that it names as live marks. */
export function Sentence({
  view,
  words,
}: {
  readonly view: Pick<LabView, 'sentence' | 'pods' | 'reserved'>;
  readonly words: LabWords;
}) {
  const { sentence } = view;
  const parts = templateOf(words, sentence).split(/(\{\w+\})/);
  const values: Readonly<Record<string, ReactNode>> = {
    '{subject}': <Who key="subject" view={view} name={sentence.subject} state={sentence.subjectState} />,
    '{object}': <Who key="object" view={view} name={sentence.object} state={sentence.objectState} />,
    '{count}': sentence.count,
    '{of}': sentence.of,
    '{state}': sentence.state,
  };
  return <p className={styles.sentence}>{parts.map((part) => (part in values ? values[part] : part))}</p>;
}

interface WhoProps {
  readonly view: Pick<LabView, 'pods' | 'reserved'>;
  readonly name: string | undefined;
  readonly state: PodState | undefined;
}

function Who({ view, name, state }: WhoProps) {
  const short = shortName(name);
  const pod = view.pods.find((one) => one.name === short);
  const place = view.reserved.find((one) => one.name === short);
  const isPod = pod !== undefined || place !== undefined || ordinalIn(short) !== undefined;
  if (state === undefined || !isPod) return <span className={styles.name}>{short}</span>;
  const ordinal = state === 'reserved' ? (place ?? pod)?.ordinal : (pod ?? place)?.ordinal;
  return (
    <span className={styles.name}>
      <PodMark
        className={styles.mark ?? ''}
        state={state}
        n={ordinal ?? ordinalIn(short)}
        revision={(pod ?? place)?.revision ?? 1}
        size={24}
        graceUsed={pod?.graceUsed}
        wasReady={pod?.wasReady}
      />
      {short}
    </span>
  );
}

/** The ordinal at the end of a Pod's name. */
function ordinalIn(name: string): number | undefined {
  const digits = /-(\d+)$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
