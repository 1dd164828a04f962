'use client';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Send } from '@/lib/lab/packet-path';
import type { PacketRun } from '@/lib/lab/packet-run';
import type { Moment, PacketView } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { moveByKeys } from '../kit/tab-keys';
import tabs from '../lab/panels.module.css';
import { ConnectionRow } from './connection';
import { FrameBytes } from './frame-bytes';
import { frameWords } from './frame-words';
import styles from './packet-figure.module.css';
import { PacketOutput } from './packet-output';
import { Places } from './places';
import { Reads } from './reads';
import { ruleWords } from './rule-words';
import { Rules } from './rules';
import type { PacketWords } from './words';

const panels = ['frame', 'rules', 'connection', 'reads', 'output', 'places'] as const;
type Panel = (typeof panels)[number];

/** Up to this width of the figure the tabs are shown (panels.module.css), px. */
const widestWithTabs = 687;

interface PacketPanelsProps {
  readonly words: PacketWords;
  readonly locale: Locale;
  readonly run: PacketRun;
  readonly sent: Send;
  readonly moment: Moment | undefined;
  readonly packet: PacketView | undefined;
  readonly isOver: boolean;
  /** Of the figure, px. */
  readonly width: number | undefined;
  readonly onRule: (place: number, rule: number) => void;
}

/** What the packet and the hosts look like at a moment: on a wide screen all of it, on a narrow one a panel at a time. */
export function PacketPanels(props: PacketPanelsProps) {
  const { words, width } = props;
  const [chosen, setChosen] = useState<Panel>('frame');
  const id = useId();
  const isNarrow = width !== undefined && width <= widestWithTabs;
  const made = panelsOf(props);
  return (
    <>
      <div
        className={`${tabs.tabs} ${styles.tabs}`}
        role="tablist"
        aria-label={words.panels.label}
        onKeyDown={moveByKeys}
      >
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            role="tab"
            id={`${id}${panel}`}
            aria-selected={chosen === panel}
            aria-controls={`${id}${panel}panel`}
            tabIndex={chosen === panel ? 0 : -1}
            onClick={() => setChosen(panel)}
          >
            {words.panels[panel]}
          </button>
        ))}
      </div>
      <div className={styles.panels} data-panel={chosen}>
        {panels.map((panel) => (
          <div
            key={panel}
            id={`${id}${panel}panel`}
            className={styles.panel}
            data-of={panel}
            {...(isNarrow && { role: 'tabpanel', 'aria-labelledby': `${id}${panel}` })}
          >
            {made[panel]}
          </div>
        ))}
      </div>
    </>
  );
}

function panelsOf({
  words,
  locale,
  run,
  sent,
  moment,
  packet,
  isOver,
  onRule,
}: PacketPanelsProps): Readonly<Record<Panel, ReactNode>> {
  const output = <PacketOutput {...{ run, sent, isOver, words }} />;
  if (!moment || !packet)
    return { frame: null, rules: null, connection: null, reads: null, output, places: null };
  const frame = packet.frames[moment.at === 'frame' ? moment.gap : Math.max(0, moment.gap - 1)];
  const at = { packet, moment, words: ruleWords[locale] };
  return {
    frame: frame && <FrameBytes frame={frame} words={frameWords[locale]} />,
    rules: (
      <InView moment={moment} more={at.words.rules.below}>
        <Rules {...at} onRule={onRule} />
      </InView>
    ),
    connection: <ConnectionRow {...at} />,
    reads: <Reads {...at} />,
    output,
    places: <Places {...at} />,
  };
}

/**
 * A long list in a box of its own height, in which the rule of the moment, else the one that decided, is in sight. Where there is
 * more below it says so.
 */
function InView({
  moment,
  more,
  children,
}: {
  readonly moment: Moment;
  readonly more: string;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [isMore, setIsMore] = useState(false);
  const look = useCallback(() => {
    const list = box.current;
    if (list) setIsMore(list.scrollHeight - list.clientHeight - list.scrollTop > leastHidden);
  }, []);
  useEffect(() => {
    const list = box.current;
    if (list === null || moment === undefined) return;
    const marked =
      list.querySelector<HTMLElement>('[aria-current]') ??
      [...list.querySelectorAll<HTMLElement>('[data-decides]')].at(-1);
    const from = marked ? marked.getBoundingClientRect().top - list.getBoundingClientRect().top : 0;
    list.scrollTop = marked ? list.scrollTop + from - list.clientHeight / 2 : 0;
  }, [moment]);
  useEffect(() => {
    const list = box.current;
    if (list?.firstElementChild == null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(look);
    for (const one of [list, list.firstElementChild]) observer.observe(one);
    return () => observer.disconnect();
  }, [look]);
  return (
    <>
      <div ref={box} className={styles.scroll} onScroll={look}>
        {children}
      </div>
      {isMore && (
        <p className={styles.more} aria-hidden="true">
          {more}
        </p>
      )}
    </>
  );
}

/** Less than this below the edge is not worth a word, px. */
const leastHidden = 8;
