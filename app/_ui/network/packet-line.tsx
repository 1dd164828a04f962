'use client';
import { type FormEvent, useId, useState } from 'react';
import type { PacketScenario, Send } from '@/lib/lab/packet-path';
import { isSameSend } from '@/lib/lab/packet-run';
import type { World } from '@/lib/network/world';
import type { Locale } from '@/lib/text';
import controls from '../lab/controls.module.css';
import { Segments } from '../lab/segments';
import styles from './packet-figure.module.css';
import type { PacketWords } from './words';

interface PacketLineProps {
  readonly scenario: PacketScenario;
  readonly locale: Locale;
  readonly words: PacketWords;
  /** The one that the packets run in: who can send. */
  readonly world: World;
  /** What is looked through now. */
  readonly sent: Send;
  readonly onSend: (send: Send) => void;
  readonly onWay: (send: Send) => void;
  readonly refusal: string | undefined;
}

const mostSegments = 4;

/** What is sent: one of the path's ways, or any line that a reader types in a Pod, on a node or outside. */
export function PacketLine({
  scenario,
  locale,
  words,
  world,
  sent,
  onSend,
  onWay,
  refusal,
}: PacketLineProps) {
  return (
    <div className={styles.line}>
      {scenario.ways.length > 1 && (
        <Ways ways={scenario.ways} label={words.choose} {...{ locale, sent, onWay }} />
      )}
      <LineForm {...{ words, world, sent, onSend }} />
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {words.send.refused} <code>{refusal}</code>
        </p>
      )}
    </div>
  );
}

interface WaysProps extends Pick<PacketLineProps, 'locale' | 'sent' | 'onWay'> {
  readonly ways: PacketScenario['ways'];
  readonly label: PacketWords['choose'];
}

function Ways({ ways, label, locale, sent, onWay }: WaysProps) {
  const id = useId();
  const chosen = ways.find((way) => isSameSend(way, sent))?.id;
  const choose = (wanted: string) => {
    const way = ways.find((each) => each.id === wanted);
    if (way) onWay(way);
  };
  const choices = ways.map((way) => ({ value: way.id, label: way.label[locale] }));
  if (ways.length <= mostSegments)
    return <Segments label={label.way} value={chosen} onChoose={choose} choices={choices} />;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label.way}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        {chosen === undefined && <option value="">{label.otherWay}</option>}
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The line keeps what was typed until something else was sent. */
function LineForm({
  words,
  world,
  sent,
  onSend,
}: Pick<PacketLineProps, 'words' | 'world' | 'sent' | 'onSend'>) {
  const [draft, setDraft] = useState(sent);
  const [seen, setSeen] = useState(sent);
  if (!isSameSend(seen, sent)) {
    setSeen(sent);
    setDraft(sent);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.line.trim()) onSend({ from: draft.from, line: draft.line.trim() });
  };
  const say = words.send;
  return (
    <form className={styles.form} onSubmit={submit} aria-label={say.label}>
      <From {...{ words, world }} from={draft.from} onFrom={(from) => setDraft({ ...draft, from })} />
      <TypedLine words={words} line={draft.line} onLine={(line) => setDraft({ ...draft, line })} />
      <button type="submit" className={controls.button}>
        {say.send}
      </button>
    </form>
  );
}

interface FromProps {
  readonly words: PacketWords;
  readonly world: World;
  readonly from: string;
  readonly onFrom: (from: string) => void;
}

/** Who can send: Pods, nodes, the host outside. One that is gone stays to be seen until another is chosen. */
export function From({ words, world, from, onFrom }: FromProps) {
  const id = useId();
  const say = words.send;
  const names = [...world.pods, ...world.nodes].map(({ name }) => name);
  const isGone = from !== 'outside' && !names.includes(from);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{say.from}</label>
      <select id={id} value={from} onChange={(event) => onFrom(event.target.value)}>
        {isGone && <option>{from}</option>}
        <optgroup label={say.pods}>
          {world.pods.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
        <optgroup label={say.nodes}>
          {world.nodes.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
        <optgroup label={say.others}>
          <option value="outside">{say.outside}</option>
        </optgroup>
      </select>
    </div>
  );
}

/** The line as it is typed on the sender. */
export function TypedLine({
  words,
  line,
  onLine,
}: {
  readonly words: PacketWords;
  readonly line: string;
  readonly onLine: (line: string) => void;
}) {
  return (
    <input
      type="text"
      aria-label={words.send.line}
      value={line}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
      maxLength={200}
      onChange={(event) => onLine(event.target.value)}
    />
  );
}
