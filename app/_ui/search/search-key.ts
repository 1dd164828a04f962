const name = 'podium-search-key';

/** Whether the key `/` opens the search. Storage may be closed to the page: then a choice lasts as long as the page. */
let isOn = true;

export const keySetting = {
  isOn: (): boolean => {
    try {
      isOn = localStorage.getItem(name) !== 'off';
    } catch {
      // What was chosen in this page holds.
    }
    return isOn;
  },
  turn: (on: boolean): void => {
    isOn = on;
    try {
      if (on) localStorage.removeItem(name);
      else localStorage.setItem(name, 'off');
    } catch {
      // See above.
    }
  },
};

/** Where a key is a letter, or belongs to a figure: `/` leads to its kubectl. */
function isTaken(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, figure') !== null;
}

/** Whether a press asks for the search: `/`, unless it is written or turned off, and Ctrl K or ⌘ K. */
export function opensSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  if (document.querySelector('dialog:modal')) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey;
  return event.key === '/' && keySetting.isOn() && !isTaken(event);
}
