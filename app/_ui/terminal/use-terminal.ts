'use client';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { fill } from '../fill';
import { blocksOf, heardAfter, type LineBlock, nothingHeard } from './blocks';
import type { TerminalProps } from './terminal';
import { useFollowing } from './use-following';
import { usePrompt } from './use-prompt';
import { useRunning } from './use-running';

export const noLines: readonly string[] = [];

/** What a prompt shows, and what its reader can do: all of its state. */
export function useTerminal(props: TerminalProps, field: RefObject<HTMLInputElement | null>) {
  const { onType, focusOn = 0 } = props;
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const shown = useShown(props);
  const { newest, waits } = shown;
  const history = useMemo(() => props.typed.map(({ line }) => line), [props.typed]);
  const prompt = usePrompt({
    field,
    history,
    offered: props.lines ?? noLines,
    complete: props.complete,
  });
  const running = useRunning(onType, waits, (line) => {
    setFailed(true);
    prompt.whole(line);
  });
  const scroll = useFollowing(shown.blocks.length + (newest?.printed.length ?? 0));
  useEffect(() => {
    if (focusOn > 0) field.current?.focus();
  }, [focusOn, field]);
  return {
    ...shown,
    prompt,
    failed,
    isHelpOpen,
    scrollBox: scroll.box,
    queue: running.queue,
    toggleHelp: () => setIsHelpOpen(!isHelpOpen),
    run: (lines: readonly string[]) => {
      setFailed(false);
      scroll.toEnd();
      if (lines.includes('help')) setIsHelpOpen(true);
      if (lines.includes('clear')) shown.clear();
      running.run(lines.filter((line) => line !== 'help' && line !== 'clear'));
    },
    interrupt: () => {
      running.drop();
      if (!waits || newest === undefined) return;
      props.onInterrupt?.(newest.typed.id);
    },
  };
}

/** The log as it stands at the moment, and what of it is read aloud. */
function useShown({ typed, nowMs, futures, words }: TerminalProps) {
  const [clearedId, setClearedId] = useState(-1);
  const all = useMemo(() => blocksOf({ typed, nowMs, futures }), [typed, nowMs, futures]);
  const cleared = all.findLastIndex((block) => block.kind === 'line' && block.typed.id <= clearedId);
  const newest = all.findLast((block): block is LineBlock => block.kind === 'line');
  const more = (count: number) => fill(words.more, { count });
  const [heard, setHeard] = useState(() => ({ ...heardAfter(nothingHeard, newest, more), text: '' }));
  const next = heardAfter(heard, newest, more);
  if (next !== heard) setHeard(next);
  return {
    blocks: all.slice(cleared + 1),
    isEmpty: all.length === 0,
    newest,
    waits: newest?.waits ?? false,
    heard: heard.text,
    clear: () => setClearedId(newest?.typed.id ?? -1),
  };
}
