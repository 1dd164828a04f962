'use client';
import { type MouseEvent, useRef } from 'react';
import type { Completion } from '@/lib/kubectl/completion';
import type { Typed } from '@/lib/lab/view';
import { fill } from '../fill';
import { LiveText } from '../lab/live-text';
import { type TypedFuture, textOf } from './blocks';
import { forkText, Log } from './log';
import { PromptField } from './prompt-field';
import styles from './terminal.module.css';
import { TerminalHead, TerminalHelp } from './terminal-head';
import { TouchKeys } from './touch-keys';
import { noLines, useTerminal } from './use-terminal';
import type { TerminalWords } from './words';

export interface TerminalProps {
  /** What was typed in this future, the oldest first, with all that it prints. */
  readonly typed: readonly Typed[];
  readonly nowMs: number;
  readonly futures: readonly TypedFuture[];
  readonly onType: (line: string) => Promise<Typed>;
  readonly complete?: (line: string, at: number) => Promise<Completion>;
  /** Told when a line that waits is interrupted. */
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

/**
 * A prompt for kubectl. It shows what was typed in a future and what was printed up to a moment, and hands on what is written;
 * what a line does, the model decides.
 */
export function Terminal(props: TerminalProps) {
  const { words, lines = noLines } = props;
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const terminal = useTerminal(props, field);
  const { blocks, prompt, waits } = terminal;
  const leave = () => {
    if (props.onLeave) return props.onLeave();
    field.current?.blur();
    box.current?.closest<HTMLElement>('figure[tabindex]')?.focus();
  };
  const openLines = () => {
    prompt.openLines();
    field.current?.focus();
  };
  const toPrompt = (event: MouseEvent) => {
    const isBeside = event.target === event.currentTarget;
    if (isBeside && (window.getSelection()?.isCollapsed ?? true)) field.current?.focus();
  };
  return (
    <section ref={box} className={styles.terminal} aria-label={words.label}>
      <TerminalHead
        files={props.files ?? noLines}
        onOpenFile={props.onOpenFile}
        onLines={openLines}
        text={() => textOf(blocks, (fork) => forkText(words, fork))}
        isHelpOpen={terminal.isHelpOpen}
        onHelp={terminal.toggleHelp}
        words={words}
      />
      {terminal.isHelpOpen && <TerminalHelp words={words} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text goes to the prompt, which the keyboard reaches by itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div ref={terminal.scrollBox} className={styles.scroll} onClick={toPrompt}>
        <Log blocks={blocks} words={words} />
        {terminal.isEmpty && (
          <Empty line={lines[0] ?? 'kubectl get pods'} words={words} onTake={prompt.whole} />
        )}
        {waits && <Waits queue={terminal.queue} words={words} onInterrupt={terminal.interrupt} />}
        {terminal.failed && (
          <p className={styles.said} role="alert">
            {words.noAnswer}
          </p>
        )}
        <PromptField
          {...{ field, prompt, words }}
          onRun={terminal.run}
          onInterrupt={terminal.interrupt}
          onClear={terminal.clear}
          onLeave={leave}
        />
      </div>
      <TouchKeys prompt={prompt} words={words} onInterrupt={terminal.interrupt} waits={waits} />
      <LiveText text={terminal.heard} />
    </section>
  );
}

/** That a line waits, how to end it, and what was typed ahead. */
function Waits({
  queue,
  words,
  onInterrupt,
}: {
  readonly queue: readonly string[];
  readonly words: TerminalWords;
  readonly onInterrupt: () => void;
}) {
  return (
    <>
      <p className={styles.said}>
        {words.waits}{' '}
        <button type="button" onClick={onInterrupt}>
          {words.interrupt}
        </button>
      </p>
      {queue.length > 0 && (
        <p className={styles.said}>
          {words.queued} <code>{queue.join(' ; ')}</code>
        </p>
      )}
    </>
  );
}

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
