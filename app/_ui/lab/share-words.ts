import type { Locale } from '@/lib/text';
import { spoken } from '../language/spoken';

/** The words of the share dialog. `{name}` is filled in by `fill`. */
export interface ShareWords {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly link: string;
  readonly linkNote: string;
  /** In place of it where the network is shown. */
  readonly networkNote: string;
  readonly linkWaits: string;
  readonly linkTooLong: string;
  readonly linkFailed: string;
  readonly frame: string;
  readonly frameNote: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly copyLink: string;
  readonly copyFrame: string;
  readonly copiedLink: string;
  readonly copiedFrame: string;
  readonly notCopied: string;
  readonly preview: string;
  readonly previewTitle: string;
}

export const shareWords = spoken('share');

/** A page of somebody who has nothing to do with Podium: for the preview. */
export type StrangerWords = Readonly<Record<'name' | 'about' | 'title' | 'before' | 'after', string>>;

export const strangerWords = spoken('stranger');
