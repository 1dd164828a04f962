'use client';
import { useEffect, useRef } from 'react';
import { nameOf } from '@/lib/cluster/keys';
import type { HandFor } from '@/lib/lab/hands';
import { fill } from '../fill';
import styles from './inspector.module.css';
import { type InspectorWords, inspectorWords } from './inspector-words';
import { Menu } from './menu';
import type { LabWords } from './words';

/** Hands that are buttons; the others stand in a menu. */
const mostButtons = 4;

export interface BreakMenuProps {
  /** Key of the object that is chosen. */
  readonly selected: string | undefined;
  /** What can be done to it: `handsFor` of lib/lab/hands. */
  readonly hands: readonly HandFor[];
  readonly onDo: (hand: HandFor) => void;
  readonly words: LabWords;
}

/** What can be done to the object that is chosen. Nothing is asked twice: the figure can undo all of it. */
export function BreakMenu({ selected, hands, onDo, words: { locale } }: BreakMenuProps) {
  const words = inspectorWords[locale];
  const box = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  useEffect(() => {
    if (acted.current && document.activeElement === document.body)
      box.current?.querySelector('button')?.focus();
    acted.current = false;
  });
  if (selected === undefined) return <p className={styles.none}>{words.chooseToAct}</p>;
  const name = nameOf(selected);
  const act = (hand: HandFor) => {
    acted.current = true;
    onDo(hand);
  };
  const buttons = hands.length <= mostButtons + 1 ? hands : hands.slice(0, mostButtons);
  const others = hands.slice(buttons.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not a form
    <div
      ref={box}
      className={styles.hands}
      role="group"
      aria-label={fill(words.handsOf, { name })}
      data-hands=""
    >
      {hands.length === 0 && <p className={styles.none}>{fill(words.noHands, { name })}</p>}
      {buttons.map((hand) => (
        <button key={keyOf(hand)} type="button" data-hand={hand.id} onClick={() => act(hand)}>
          {handText(words, hand, name)}
        </button>
      ))}
      {others.length > 0 && (
        <Menu
          label={words.otherHands}
          empty=""
          choices={others.map((hand) => ({
            id: keyOf(hand),
            label: handText(words, hand, name),
            act: () => act(hand),
          }))}
        />
      )}
    </div>
  );
}

const keyOf = ({ id, value = '' }: HandFor): string => `${id} ${value}`;

/** What a hand does to what, in words. */
export function handText(words: InspectorWords, { id, value = '', commands }: HandFor, name: string): string {
  const scaling = commands.find((command) => command.verb === 'scale');
  return fill(words.hands[id], { name, value, replicas: scaling?.verb === 'scale' ? scaling.replicas : '' });
}
