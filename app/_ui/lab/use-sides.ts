'use client';
import { useCallback, useState } from 'react';
import type { InspectorTab } from './inspector';
import type { Sheet } from './yaml-side';

/** What stands beside the scene. On a narrow screen one of them is open; the wider it is the more stand side by side. */
export const sides = ['task', 'objects', 'yaml', 'prompt'] as const;
export type Side = (typeof sides)[number];

/** Which of the parts beside the scene is open, and what each of them shows. `isWriting`: the editor was opened, so it stays. */
export function useSides(hasTask: boolean) {
  const [side, setShown] = useState<Side>(hasTask ? 'task' : 'objects');
  const [isWriting, setWriting] = useState(false);
  const setSide = useCallback((next: Side) => {
    setShown(next);
    if (next === 'yaml') setWriting(true);
  }, []);
  const [tab, setTab] = useState<InspectorTab>('objects');
  const [promptOn, setPromptOn] = useState(0);
  const [sheet, setSheet] = useState<Sheet & { readonly number: number }>({ text: '', number: 0 });
  const [yamlOn, setYamlOn] = useState(0);
  const openTab = useCallback(
    (which: InspectorTab) => {
      setSide('objects');
      setTab(which);
    },
    [setSide],
  );
  const openPrompt = useCallback(() => {
    setSide('prompt');
    setPromptOn((old) => old + 1);
  }, [setSide]);
  const openYaml = useCallback(() => {
    setSide('yaml');
    setYamlOn((old) => old + 1);
  }, [setSide]);
  const edit = useCallback(
    (next: Sheet) => {
      setSheet(({ number }) => ({ ...next, number: number + 1 }));
      openYaml();
    },
    [openYaml],
  );
  const kept = { side, tab, promptOn, sheet, yamlOn, isWriting };
  return { ...kept, setSide, setTab, openTab, openPrompt, openYaml, edit };
}
