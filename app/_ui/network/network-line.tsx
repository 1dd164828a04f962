'use client';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { lineTo, type NetworkTarget, type SentAs, targetsOf } from '@/lib/lab/network-targets';
import type { Send } from '@/lib/lab/packet-path';
import { isSameSend } from '@/lib/lab/packet-run';
import type { World } from '@/lib/network/world';
import controls from '../lab/controls.module.css';
import line from './network-view.module.css';
import type { NetworkWords } from './network-words';
import styles from './packet-figure.module.css';
import { From, TypedLine } from './packet-line';
import type { PacketWords } from './words';

interface NetworkLineProps {
  readonly words: PacketWords;
  readonly say: NetworkWords;
  readonly world: World;
  readonly sent: Send;
  readonly refusal: string | undefined;
  readonly onSend: (send: Send) => void;
}

const ways: readonly SentAs[] = ['get', 'ping', 'longPing'];

interface Chosen {
  readonly target: NetworkTarget;
  readonly as: SentAs;
}

/** The target and the way that make a line, if one of those that there are does. */
function chosenBy(world: World, targets: readonly NetworkTarget[], { from, line: typed }: Send) {
  for (const target of targets)
    for (const as of ways) if (lineTo(world, from, target, as) === typed) return { target, as };
  return undefined;
}

/** Who sends what to whom: choices write the line, and the line can be written by hand. */
export function NetworkLine({ words, say, world, sent, refusal, onSend }: NetworkLineProps) {
  const [draft, setDraft] = useState(sent);
  const [seen, setSeen] = useState(sent);
  if (!isSameSend(seen, sent)) {
    setSeen(sent);
    setDraft(sent);
  }
  const targets = useMemo(() => targetsOf(world), [world]);
  const chosen = useMemo(() => chosenBy(world, targets, draft), [world, targets, draft]);
  const [as, setAs] = useState<SentAs>(chosen?.as ?? 'get');
  const write = (from: string, { target, as: by }: Chosen) =>
    setDraft({ from, line: lineTo(world, from, target, by) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.line.trim()) onSend({ from: draft.from, line: draft.line.trim() });
  };
  return (
    <form className={`${styles.line} ${line.send}`} onSubmit={submit} aria-label={words.send.label}>
      <div className={line.choices}>
        <From
          {...{ words, world }}
          from={draft.from}
          onFrom={(from) => (chosen ? write(from, chosen) : setDraft({ ...draft, from }))}
        />
        <Choice
          label={say.as}
          value={chosen?.as ?? as}
          onChoose={(by: SentAs) => {
            setAs(by);
            if (chosen) write(draft.from, { ...chosen, as: by });
          }}
          options={ways.map((value) => ({ value, label: say.ways[value] }))}
        />
        <To
          {...{ say, targets }}
          id={chosen?.target.id}
          onTo={(target) => write(draft.from, { target, as: chosen?.as ?? as })}
        />
      </div>
      <div className={`${styles.form} ${line.typed}`}>
        <TypedLine words={words} line={draft.line} onLine={(typed) => setDraft({ ...draft, line: typed })} />
        <button type="submit" className={controls.button}>
          {words.send.send}
        </button>
      </div>
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {words.send.refused} <code>{refusal}</code>
        </p>
      )}
    </form>
  );
}

const groups = ['services', 'pods', 'nodes', 'outside'] as const;

interface ToProps {
  readonly say: NetworkWords;
  readonly targets: readonly NetworkTarget[];
  readonly id: string | undefined;
  readonly onTo: (target: NetworkTarget) => void;
}

function To({ say, targets, id: chosen, onTo }: ToProps) {
  const id = useId();
  const choose = (wanted: string) => {
    const target = targets.find((each) => each.id === wanted);
    if (target) onTo(target);
  };
  const present = groups.filter((group) => targets.some((target) => target.group === group));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{say.to}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        {chosen === undefined && <option value="">{say.ownLine}</option>}
        {present.map((group) => (
          <optgroup key={group} label={say.groups[group]}>
            {targets
              .filter((target) => target.group === group)
              .map((target) => (
                <option key={target.id} value={target.id}>
                  {target.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** One of a few, by a word before it. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  const id = useId();
  const choose = (wanted: string) => {
    const option = options.find((one) => one.value === wanted);
    if (option) onChoose(option.value);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
