'use client';
import { type RefObject, useEffect } from 'react';
import { type EmbedMessage, heightForOthers, heightOf, isNewHeight } from '@/lib/embed/message';

const tell = (message: EmbedMessage | object) => window.parent.postMessage(message, '*');
const isFramed = () => window.parent !== window;

/** Tells the host how high the widget is, at first and whenever that changes; hosts with words of their own in these. */
export function useHeight(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || !isFramed() || typeof ResizeObserver === 'undefined') return;
    let told: number | undefined;
    const observer = new ResizeObserver(() => {
      const px = heightOf(element.getBoundingClientRect().height);
      if (px === 0 || !isNewHeight(told, px)) return;
      told = px;
      tell({ podium: 1, type: 'height', px });
      for (const message of heightForOthers(px, window.location.hash)) tell(message);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
}

/** Gives the keyboard back to the host: to what follows the frame where embed.js is there, else to the page. */
export function leave(): void {
  if (!isFramed()) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  tell({ podium: 1, type: 'leave' });
  window.parent.focus();
}

/**
 * Escape leaves the widget once nothing inside has use for it: it is looked at after the figure has had it, and where the
 * focus is outside the figure then, the figure was left. A menu that closes keeps its focus inside.
 */
export function useEscape(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return;
      setTimeout(() => {
        const isInFigure = document.activeElement?.closest('figure, fieldset') != null;
        if (!isInFigure && box.current !== null) leave();
      });
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [box]);
}

/** Leads into the figure, or to its first choice, as soon as it is there. */
export function useFocusIn(box: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere)
      box.current
        ?.querySelector<HTMLElement>("input, :is(figure, div)[tabindex='0']")
        ?.focus({ preventScroll: true });
  }, [box, isThere]);
}
