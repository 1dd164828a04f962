import type { Locale } from '@/lib/text';
import { spoken } from '../language/spoken';

/** Every word that a prompt says in one language; `{name}` is filled in. What kubectl prints stays as it prints it. */
export interface TerminalWords {
  readonly locale: Locale;
  readonly label: string;
  readonly log: string;
  readonly field: string;
  /** Before anything was typed. */
  readonly empty: string;
  readonly first: string;
  readonly forked: string;
  readonly output: string;
  readonly waits: string;
  readonly interrupt: string;
  readonly queued: string;
  readonly noAnswer: string;
  readonly more: string;
  readonly moreAbove: string;
  readonly files: string;
  readonly openFile: string;
  readonly lines: string;
  readonly noLines: string;
  readonly choices: string;
  readonly copy: string;
  readonly copied: string;
  readonly help: string;
  readonly helpTitle: string;
  readonly helpSays: readonly string[];
  readonly keys: readonly (readonly [keys: string, says: string])[];
  readonly buttons: Readonly<Record<'complete' | 'earlier' | 'later' | 'row', string>>;
}

export const terminalWords = spoken('terminal');
