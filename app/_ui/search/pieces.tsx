import type { Piece } from '@/lib/search/snippet';

/** A text with what was found in it marked. */
export const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  pieces.map(({ text, isFound }, at) => {
    const key = `${at} ${text}`;
    return isFound ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
