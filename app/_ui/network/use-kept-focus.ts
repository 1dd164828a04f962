import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in a box whose contents change with every step: when what had it is gone (a column that the next packet
 * does not have, a rule of the gap before), the box itself takes it, so that its keys go on working. Gives the handlers for
 * the box. React tells no blur of what it removes, so after a blur that was told nothing is kept.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>) {
  const isInside = useRef(false);
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    box.current?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: () => {
      isInside.current = false;
    },
  };
}
