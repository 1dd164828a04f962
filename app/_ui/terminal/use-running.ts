'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Typed } from '@/lib/lab/view';

/**
 * Lines on their way to the model, one after the other: a line that comes while another one waits is kept until the prompt is
 * free. A line that could not be sent is handed back.
 */
export function useRunning(
  onType: (line: string) => Promise<Typed>,
  waits: boolean,
  onFailure: (line: string) => void,
) {
  const [queue, setQueue] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const here = useRef(true);
  const fail = useRef(onFailure);
  const send = useRef(onType);
  useEffect(() => {
    fail.current = onFailure;
    send.current = onType;
  });
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  useEffect(() => {
    const [line] = queue;
    if (line === undefined || busy || waits) return;
    setBusy(true);
    setQueue((old) => old.slice(1));
    send
      .current(line)
      .catch(() => {
        if (!here.current) return;
        setQueue([]);
        fail.current(line);
      })
      .finally(() => here.current && setBusy(false));
  }, [queue, busy, waits]);
  return {
    queue,
    run: useCallback((lines: readonly string[]) => setQueue((old) => [...old, ...lines]), []),
    drop: useCallback(() => setQueue([]), []),
  };
}
