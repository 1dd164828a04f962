'use client';
import type { LabView } from '@/lib/lab/view';
import { Inspector, type InspectorTab } from './inspector';
import { useInspected } from './use-inspected';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

export function FullObjects({
  lab,
  view,
  words,
  selected,
  select,
  tab,
  setTab,
  onEdit,
}: {
  readonly lab: LabControl;
  /** What is listed: of a cluster of many Pods not at every frame. */
  readonly view: LabView;
  readonly words: LabWords;
  /** Key of the selected object. */
  readonly selected: string | undefined;
  readonly select: (key: string) => void;
  readonly tab: InspectorTab;
  readonly setTab: (tab: InspectorTab) => void;
  readonly onEdit?: (text: string) => void;
}) {
  const object = useInspected(lab, selected);
  return (
    <Inspector
      {...{ view, selected, object, tab, words }}
      {...(onEdit && { onEdit })}
      onTab={setTab}
      onSelect={select}
      onSeek={lab.seek}
      split
    />
  );
}
