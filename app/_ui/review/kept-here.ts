import { allWaiting, waitingAnswers } from '@/app/_ui/quiz/waiting-answers';

/** What this browser keeps of its reader and the server does not have yet. */
export interface KeptHere {
  readonly answers: number;
  readonly sections: number;
}

/** Of lesson/progress-store.ts. */
const sectionsKey = 'podium-sections-waiting';
/** Says nothing of the reader's learning: how the page looks. */
const ofAppearance: ReadonlySet<string> = new Set(['podium-theme']);
/** Written and removed at once, so that other tabs hear of it. */
export const erasedKey = 'podium-erased';

export function keptHere(): KeptHere {
  return { answers: allWaiting().length, sections: sectionsHere() };
}

function sectionsHere(): number {
  try {
    const sections: unknown = JSON.parse(localStorage.getItem(sectionsKey) ?? '[]');
    return Array.isArray(sections) ? sections.length : 0;
  } catch {
    return 0;
  }
}

/** Removes whatever this browser keeps of its reader: every key of the site but those of its appearance. */
export function forgetHere(): void {
  for (const { lesson, answer } of allWaiting()) {
    waitingAnswers(lesson).forget(answer.request.item, answer.request.submission);
  }
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      const keys = Object.keys(window[storage]).filter((key) => /^podium\b/.test(key));
      for (const key of keys) if (!ofAppearance.has(key)) window[storage].removeItem(key);
    } catch {
      // A browser that stores nothing has nothing to forget.
    }
  }
  try {
    localStorage.setItem(erasedKey, String(Date.now()));
    localStorage.removeItem(erasedKey);
  } catch {
    // Then there is nobody to hear of it.
  }
}
