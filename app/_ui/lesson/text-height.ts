import { Children, isValidElement, type ReactNode } from 'react';

/** A Chinese character is about twice as wide as a Latin letter. */
const widthOf = (text: string): number =>
  text.length + (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0);

const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / letters)), 0);

interface WithChildren {
  readonly children?: ReactNode;
}

/** The words of a piece of text, without mark-up. */
export function wordsIn(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (!isValidElement<WithChildren>(node) && !Array.isArray(node)) return '';
  return Children.toArray(isValidElement<WithChildren>(node) ? node.props.children : node)
    .map(wordsIn)
    .join('');
}

/** About how high a block is in the text column, px: prose of some 66 letters a line; code keeps its lines. */
export function textHeight(node: ReactNode): number {
  const words = wordsIn(node);
  const isProse = !words.trim().includes('\n');
  return isProse ? linesOf(words, 66) * 31 + 17 : words.trim().split('\n').length * 20 + 50;
}

/** About how high a text is in the column of notes, px: some 44 letters a line. */
export const noteHeight = (words: string): number => linesOf(words, 44) * 21 + 10;
