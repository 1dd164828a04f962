'use client';
import { allowedHands } from '@/lib/lab/allowed-hands';
import { type HandFor, type HandId, handsFor } from '@/lib/lab/hands';
import type { Hand, Scenario } from '@/lib/lab/scenario';
import { BreakMenu } from './break-menu';
import type { LabControl } from './use-lab';
import type { LabWords } from './words';

export interface BreakingProps {
  readonly lab: Pick<LabControl, 'view' | 'act'>;
  readonly words: LabWords;
  /** Key of the selected object. */
  readonly selected: string | undefined;
  readonly scenario: Scenario;
  /** Controls that stand beside it: what they do is not offered twice. */
  readonly beside?: readonly Hand[];
}

/** What the scenario lets a reader do to the selected object. */
export function Breaking({ lab, words, selected, scenario, beside = [] }: BreakingProps) {
  const all =
    selected === undefined ? [] : allowedHands(handsFor(lab.view, selected, scenario.images), scenario);
  const hands = all.filter((hand) => !beside.some((control) => isOf(control, hand, selected, scenario)));
  return (
    <BreakMenu
      {...{ selected, words, hands }}
      onDo={({ commands }) => {
        for (const command of commands) lab.act(command);
      }}
    />
  );
}

const ofPods: Readonly<Partial<Record<Hand, readonly HandId[]>>> = {
  deletePod: ['delete'],
  failReadiness: ['failReadiness', 'mendReadiness'],
};
const ofSubject: Readonly<Partial<Record<Hand, readonly HandId[]>>> = {
  scale: ['scaleUp', 'scaleDown', 'scaleToZero'],
  setImage: ['setImage'],
  deleteSet: ['delete'],
};

/** Whether a control does to the selected object what the hand does. */
function isOf(control: Hand, { id }: HandFor, selected: string | undefined, { subject }: Scenario): boolean {
  const [kind = '', , name] = selected?.split('/') ?? [];
  const ids =
    kind === 'Pod' ? ofPods[control] : subject === `${kind}/${name}` ? ofSubject[control] : undefined;
  return ids?.includes(id) === true;
}
