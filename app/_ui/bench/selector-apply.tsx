'use client';
import { useState } from 'react';
import { formOf, type Kind, kinds, type SelectorChoice } from '@/lib/lab/selector-board';
import { labelsOfLine } from '@/lib/lab/selector-text';
import type { LabView, Typed } from '@/lib/lab/view';
import { fill } from '../fill';
import { labelled, Segments } from '../lab/segments';
import type { LabControl } from '../lab/use-lab';
import { Manifests } from './manifests';
import { LabelLine } from './relabel';
import styles from './selector-board.module.css';
import { appliedBy, applyLine, manifestOf, nameOfMine } from './selector-manifest';
import type { SelectorWords } from './selector-words';

const short: Readonly<Record<Kind, string>> = {
  ReplicationController: 'RC',
  Service: 'Service',
  ReplicaSet: 'RS',
};

type Answer = Pick<Typed, 'printed' | 'exit'> | 'failed';

const isThere = ({ services, workloads }: LabView, kind: Kind): boolean =>
  kind === 'Service'
    ? services.some(({ name }) => name === nameOfMine)
    : workloads.some((one) => one.kind === kind && one.name === nameOfMine);

/** Gives the selector to the API server, as that of a new object or of the one that is there, and says what came back. */
export function SelectorApply({
  choice: { texts, active, kinds: chosen, template: line },
  lab,
  words,
  onChoose,
  onApply,
}: {
  readonly choice: SelectorChoice;
  readonly lab: LabControl;
  readonly words: SelectorWords;
  readonly onChoose: (part: Partial<SelectorChoice>) => void;
  readonly onApply: () => void;
}) {
  const form = formOf[active];
  const kind = chosen[form];
  const [isFailed, setFailed] = useState(false);
  const answer = lab.view.typed.findLast((one) => one.line.endsWith(appliedBy));
  const template = labelsOfLine(line);
  const manifest = manifestOf(kind, texts[active], template ?? {});
  const say = words.apply;
  const hasMine = isThere(lab.view, kind);
  const apply = async () => {
    setFailed(false);
    onApply();
    await lab.type(applyLine(manifest)).catch(() => setFailed(true));
  };
  const orphan = () => {
    onApply();
    lab.act({ verb: 'delete', kind, name: nameOfMine, propagationPolicy: 'Orphan' });
  };
  return (
    <section className={styles.apply} aria-label={say.title}>
      <p className={styles.form}>{say.title}</p>
      <div className={styles.asking}>
        <Segments
          label={say.as}
          choices={labelled(kinds, short)}
          value={kind}
          onChoose={(value) => onChoose({ kinds: { ...chosen, [form]: value } })}
        />
        {kind !== 'Service' && (
          <LabelLine
            label={say.template}
            value={line}
            wrong={say.notPairs}
            onText={(text) => onChoose({ template: text })}
          />
        )}
        <button type="button" className={styles.primary} onClick={() => void apply()}>
          {fill(say.act, { kind })}
        </button>
        {hasMine && kind !== 'Service' && (
          <button type="button" className={styles.button} onClick={orphan}>
            {fill(say.orphan, { kind })}
          </button>
        )}
      </div>
      <AnswerOf answer={isFailed ? 'failed' : answer} words={words} />
      <Manifests title={say.show} text={manifest} />
    </section>
  );
}

/** What kubectl printed: what became of the object, or the API server's refusal in its own words. */
function AnswerOf({ answer, words }: { readonly answer: Answer | undefined; readonly words: SelectorWords }) {
  if (answer === undefined) return null;
  if (answer === 'failed')
    return (
      <p className={styles.answer} role="alert">
        {words.apply.failed}
      </p>
    );
  const isRefused = answer.exit !== 0;
  return (
    <div
      className={styles.answer}
      data-refused={isRefused || undefined}
      role={isRefused ? 'alert' : 'status'}
    >
      <pre lang="en">{[`$ ${appliedBy}`, ...answer.printed.map(({ text }) => text)].join('\n')}</pre>
    </div>
  );
}
