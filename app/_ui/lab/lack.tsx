'use client';
import { Fragment, type ReactNode } from 'react';
import { type Gap, type Lack, lackId } from '@/lib/lab/lack';
import type { Locale } from '@/lib/text';
import { PodMark } from '../cluster/pod-mark';
import { IdleButton } from '../kit/idle-button';
import styles from './lack.module.css';
import { codePlaces, lackSaid, lackWords, objectName } from './lack-words';
import { selectIn } from './reach';
import type { SessionClient } from './session-client';
import { useShown } from './use-shown';
import { fill } from './words';

/** Lacks that are said of one goal; the others are counted. */
const mostSaid = 3;

interface Given {
  readonly locale: Locale;
  /** Whose objects are meant: they are drawn as they stand and can be selected. */
  readonly client: SessionClient | undefined;
}

/** What keeps a goal from holding, line by line. */
export function GapLines({ gap, locale, client }: Given & { readonly gap: Gap }) {
  const words = lackWords[locale];
  const left = gap.length - mostSaid;
  return (
    <div className={styles.gap}>
      {gap.slice(0, mostSaid).map((lack) => (
        <p key={lackId(lack)}>
          <LackLine {...{ lack, locale, client }} />
        </p>
      ))}
      {left > 0 && <p>{fill(words.more, { count: left })}</p>}
    </div>
  );
}

/** One lack in words, its object as a live mark and its values as code. */
export function LackLine({ lack, locale, client }: Given & { readonly lack: Lack }) {
  const words = lackWords[locale];
  const { template, values } = lackSaid(words, lack, locale);
  // The parts of one template never change their order.
  return template.split(/(\{\w+\})/).map((part, at) => {
    const place = /^\{(\w+)\}$/.exec(part)?.[1];
    const id = `${at} ${part}`;
    if (place === undefined) return <Fragment key={id}>{part}</Fragment>;
    if (place === 'object') return <ObjectLink key={id} objectKey={lack.key} client={client} />;
    return [values[place] ?? ''].flat().map((value, nth) => (
      <Fragment key={`${id} ${value}`}>
        {nth > 0 && words.or}
        {codePlaces.has(place) ? <code className={styles.name}>{value}</code> : value}
      </Fragment>
    ));
  });
}

/** An object by its name, a Pod with its mark as it stands now; it selects the object in the figure, if it is there. A Pod that is gone keeps its button, and that the focus. */
function ObjectLink({
  objectKey: key,
  client,
}: {
  readonly objectKey: string;
  readonly client: SessionClient | undefined;
}): ReactNode {
  const isPod = key.startsWith('Pod/');
  const pod = useShown(client, ({ pods }) => pods.find((one) => one.key === key));
  const name = objectName(key);
  if (client === undefined) return <span className={styles.name}>{name}</span>;
  return (
    <IdleButton
      className={styles.object}
      isIdle={isPod && pod === undefined}
      onClick={() => selectIn(client, key)}
    >
      {pod && (
        <PodMark
          className={styles.mark ?? ''}
          state={pod.state}
          n={pod.ordinal}
          revision={pod.revision}
          size={18}
          graceUsed={pod.graceUsed}
          wasReady={pod.wasReady}
        />
      )}
      {name}
    </IdleButton>
  );
}
