'use client';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Completion } from '@/lib/kubectl/completion';
import type { Typed } from '@/lib/lab/view';
import { fill } from '../fill';
import { LiveText } from '../lab/live-text';
import { blocksOf, type LineBlock, saidOf, type TypedFuture, textOf } from './blocks';
import { forkText, Log } from './log';
import { PromptField } from './prompt-field';
import styles from './terminal.module.css';
import { TerminalHead, TerminalHelp } from './terminal-head';
import { usePrompt } from './use-prompt';
import { useRunning } from './use-running';
import type { TerminalWords } from './words';

export interface TerminalProps {
  /** What was typed in this future, the oldest first, with all that it prints. */
  readonly typed: readonly Typed[];
  readonly nowMs: number;
  readonly futures: readonly TypedFuture[];
  readonly onType: (line: string) => Promise<Typed>;
  readonly complete?: (line: string, at: number) => Promise<Completion>;
  /** Told when a line that waits is interrupted; its later output is not shown. */
  readonly onInterrupt?: (id: number) => void;
  /** Lines that the lesson offers. */
  readonly lines?: readonly string[];
  readonly files?: readonly string[];
  readonly onOpenFile?: (name: string) => void;
  /** Each time that this number grows the prompt takes the focus. */
  readonly focusOn?: number;
  /** Where the focus goes on Escape, if not to the figure around. */
  readonly onLeave?: () => void;
  readonly words: TerminalWords;
}

const noLines: readonly string[] = [];

/**
 * A prompt for kubectl. It shows what was typed in a future and what was printed up to a moment, and hands on what is written;
 * what a line does, the model decides.
 */
export function Terminal(props: TerminalProps) {
  const { typed, nowMs, futures, onType, words, lines = noLines, focusOn = 0 } = props;
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [clearedId, setClearedId] = useState(-1);
  const [interrupted, setInterrupted] = useState<ReadonlyMap<number, number>>(new Map());
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const all = useMemo(
    () => blocksOf({ typed, nowMs, futures, interrupted }),
    [typed, nowMs, futures, interrupted],
  );
  const blocks = all.slice(
    all.findLastIndex((block) => block.kind === 'line' && block.typed.id <= clearedId) + 1,
  );
  const newest = all.findLast((block): block is LineBlock => block.kind === 'line');
  const waits = newest?.waits ?? false;
  const history = useMemo(() => typed.map(({ line }) => line), [typed]);
  const prompt = usePrompt({ field, history, offered: lines, complete: props.complete });
  const running = useRunning(onType, waits, (line) => {
    setFailed(true);
    prompt.whole(line);
  });
  const scroll = useFollowing(blocks);
  useEffect(() => {
    if (focusOn > 0) field.current?.focus();
  }, [focusOn]);

  const run = (given: readonly string[]) => {
    setFailed(false);
    scroll.toEnd();
    const own = given.filter((line) => !isOwn(line));
    if (given.some((line) => line === 'help')) setIsHelpOpen(true);
    if (given.some((line) => line === 'clear')) clear();
    running.run(own);
  };
  const clear = () => setClearedId(newest?.typed.id ?? -1);
  const interrupt = () => {
    running.drop();
    if (!waits || newest === undefined) return;
    setInterrupted((old) => new Map(old).set(newest.typed.id, nowMs));
    props.onInterrupt?.(newest.typed.id);
  };
  const leave = () => {
    if (props.onLeave) return props.onLeave();
    field.current?.blur();
    box.current?.closest<HTMLElement>('figure[tabindex]')?.focus();
  };
  return (
    <section ref={box} className={styles.terminal} aria-label={words.label}>
      <TerminalHead
        files={props.files ?? noLines}
        onOpenFile={props.onOpenFile}
        onLines={() => {
          prompt.openLines();
          field.current?.focus();
        }}
        text={() => textOf(blocks, (fork) => forkText(words, fork))}
        isHelpOpen={isHelpOpen}
        onHelp={() => setIsHelpOpen(!isHelpOpen)}
        words={words}
      />
      {isHelpOpen && <TerminalHelp words={words} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text goes to the prompt, which the keyboard reaches by itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        ref={scroll.box}
        className={styles.scroll}
        onClick={(event) => {
          const isBeside = event.target === event.currentTarget;
          if (isBeside && (window.getSelection()?.isCollapsed ?? true)) field.current?.focus();
        }}
      >
        <Log blocks={blocks} words={words} />
        {all.length === 0 && (
          <Empty line={lines[0] ?? 'kubectl get pods'} words={words} onTake={prompt.whole} />
        )}
        {waits && (
          <p className={styles.said}>
            {words.waits}{' '}
            <button type="button" onClick={interrupt}>
              {words.interrupt}
            </button>
          </p>
        )}
        {waits && running.queue.length > 0 && (
          <p className={styles.said}>
            {words.queued} <code>{running.queue.join(' ; ')}</code>
          </p>
        )}
        {failed && (
          <p className={styles.said} role="alert">
            {words.noAnswer}
          </p>
        )}
        <PromptField
          {...{ field, prompt, words }}
          onRun={run}
          onInterrupt={interrupt}
          onClear={clear}
          onLeave={leave}
        />
      </div>
      <TouchKeys prompt={prompt} words={words} onInterrupt={interrupt} waits={waits} />
      <LiveText text={saidOf(newest, (count) => fill(words.more, { count }))} />
    </section>
  );
}

/** Lines that the prompt answers by itself, without the model. */
const isOwn = (line: string): boolean => line === 'help' || line === 'clear';

function Empty({
  line,
  words,
  onTake,
}: {
  readonly line: string;
  readonly words: TerminalWords;
  readonly onTake: (line: string) => void;
}) {
  return (
    <p className={styles.said}>
      {words.empty}{' '}
      <button type="button" aria-label={fill(words.first, { line })} onClick={() => onTake(line)}>
        <code>{line}</code>
      </button>
    </p>
  );
}

/** Keys that a phone's keyboard does not have. */
function TouchKeys({
  prompt,
  words,
  onInterrupt,
  waits,
}: {
  readonly prompt: ReturnType<typeof usePrompt>;
  readonly words: TerminalWords;
  readonly onInterrupt: () => void;
  readonly waits: boolean;
}) {
  const keys = [
    ['Tab', words.buttons.complete, prompt.complete],
    ['↑', words.buttons.earlier, prompt.earlier],
    ['↓', words.buttons.later, prompt.later],
    ...(waits ? ([['Ctrl C', words.interrupt, onInterrupt]] as const) : []),
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys, not a form
    <div className={styles.touchKeys} role="group" aria-label={words.buttons.row}>
      {keys.map(([sign, label, act]) => (
        <button
          key={sign}
          type="button"
          aria-label={label}
          onPointerDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}

/** Room below the last line within which the log still counts as read to its end, px. */
const nearEndPx = 40;

/** Keeps the end of the log in sight as it grows, unless its reader has scrolled up. */
function useFollowing(blocks: readonly unknown[]) {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const scroller = box.current;
    const note = () => {
      if (scroller)
        follows.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;
    };
    scroller?.addEventListener('scroll', note, { passive: true });
    return () => scroller?.removeEventListener('scroll', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log has grown when its blocks are others
  useLayoutEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [blocks]);
  return {
    box,
    toEnd: () => {
      follows.current = true;
    },
  };
}
