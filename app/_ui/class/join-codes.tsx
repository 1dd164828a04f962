'use client';

import { useState, useSyncExternalStore } from 'react';
import { fill } from '@/app/_ui/fill';
import { counted } from '@/app/_ui/review/reader-dates';
import type { ClassView, JoinCodeState, NewJoinCode } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class.module.css';
import { classApi } from './class-api';
import code from './join-codes.module.css';
import { forgetCode, keepCode, keptCodes } from './kept-codes';
import { timeText } from './moments';
import { Copy, Part, Refused } from './parts';
import type { ClassWords } from './words';

interface JoinCodesProps {
  readonly view: ClassView;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onChange: (codes: ClassView['codes']) => void;
}

/** How learners come in: the code large enough for the last row, and the others that still work. */
export function JoinCodes({ view, locale, words, onChange }: JoinCodesProps) {
  const say = words.code;
  const [message, setMessage] = useState<string>();
  const open = view.codes.filter(({ state }) => state === 'open');
  const shown = useKept().find(({ id }) => open.some((one) => one.id === id));
  const others = open.filter(({ id }) => id !== shown?.id);
  const past = view.codes.length - open.length;
  const end = async (id: string) => {
    const told = await classApi.endCode(locale, view.id, id);
    if (told.ok) {
      forgetCode(id);
      onChange(told.value.codes);
    }
    setMessage(told.ok ? undefined : (told.message ?? words.asked.unreachable));
  };
  const made = (fresh: NewJoinCode) => {
    keepCode(fresh);
    const state: JoinCodeState = {
      ...{ id: fresh.id, createdAtMs: Date.now(), expiresAtMs: fresh.expiresAtMs },
      ...{ state: 'open', maxUses: null, uses: 0 },
    };
    setMessage(undefined);
    onChange([state, ...view.codes]);
  };
  return (
    <Part title={say.title} id="codes">
      <p className={styles.lead}>{say.lead}</p>
      {shown && <Shown {...{ locale, words }} fresh={shown} onEnd={() => void end(shown.id)} />}
      <Refused message={message} />
      {others.length > 0 && (
        <ul className={`${styles.list} ${styles.noPrint}`} aria-describedby="codes-hidden">
          {others.map(({ id, createdAtMs, expiresAtMs, state, uses }) => (
            <li key={id}>
              <span className={styles.name}>{fill(say.made, { at: timeText(locale, createdAtMs) })}</span>
              <span className={styles.aside}>
                {fill(say.states[state], { at: timeText(locale, expiresAtMs) })},{' '}
                {counted(locale, say.uses, uses)}
              </span>
              {view.isOwner && (
                <button type="button" className={styles.button} onClick={() => void end(id)}>
                  {say.end}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p id="codes-hidden" className={code.past}>
          {say.hidden}
        </p>
      )}
      {view.isOwner && <MakeCode {...{ view, locale, words }} onMade={made} onRefused={setMessage} />}
      {past > 0 && <p className={code.past}>{counted(locale, say.ended, past)}</p>}
    </Part>
  );
}

const none: readonly NewJoinCode[] = [];
const useKept = () => useSyncExternalStore(keptCodes.subscribe, keptCodes.now, () => none);

interface ShownProps {
  readonly fresh: NewJoinCode;
  readonly locale: Locale;
  readonly words: ClassWords;
  readonly onEnd: () => void;
}

function Shown({ fresh, locale, words: { code: say }, onEnd }: ShownProps) {
  const { origin, host } = window.location;
  return (
    <div className={code.shown}>
      <p>
        {say.goTo} <strong className={code.address}>{host}/join</strong> {say.andType}
      </p>
      <p className={code.code}>{fresh.code}</p>
      <p className={code.until}>{fill(say.until, { at: timeText(locale, fresh.expiresAtMs) })}</p>
      <div className={styles.row}>
        <Copy text={`${origin}/join/${fresh.code}`} label={say.copy} done={say.copied} />
        <button type="button" className={styles.button} onClick={onEnd}>
          {say.end}
        </button>
      </div>
      <p className={code.once}>{say.once}</p>
    </div>
  );
}

interface MakeCodeProps extends Omit<JoinCodesProps, 'onChange'> {
  readonly onMade: (fresh: NewJoinCode) => void;
  readonly onRefused: (message: string) => void;
}

function MakeCode({ view, locale, words, onMade, onRefused }: MakeCodeProps) {
  const say = words.code;
  const [days, setDays] = useState(7);
  const make = async () => {
    const told = await classApi.makeCode(locale, view.id, days);
    if (told.ok) onMade(told.value);
    else onRefused(told.message ?? words.asked.unreachable);
  };
  return (
    <form
      className={`${styles.row} ${styles.noPrint}`}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <label className={styles.row}>
        {say.holds}
        <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {say.days.map((one) => (
            <option key={one.days} value={one.days}>
              {one.text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={view.codes.length === 0 ? styles.primary : styles.button}>
        {view.codes.length === 0 ? say.make : say.another}
      </button>
    </form>
  );
}
