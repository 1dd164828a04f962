import type { Locale } from '@/lib/text';
import { spoken } from '../language/spoken';

/** Every word of the YAML editor in one language; `{name}` is filled in. Refusals are the API server's own words. */
export interface ManifestWords {
  readonly locale: Locale;
  readonly label: string;
  readonly ofFile: string;
  readonly apply: string;
  /** Of a text that kubectl edit has opened. */
  readonly save: string;
  readonly cancel: string;
  readonly editKeys: string;
  readonly insert: string;
  readonly applied: string;
  readonly failed: string;
  readonly refusedOne: string;
  readonly refused: string;
  readonly refusal: string;
  readonly before: string;
  readonly next: string;
  readonly atLine: string;
  readonly tabLeaves: string;
  readonly tabIndents: string;
  readonly keys: string;
  readonly yaml: Readonly<Record<'label' | 'edit' | 'fold' | 'unfold' | 'foldedOne' | 'folded', string>>;
}

export const manifestWords = spoken('manifest');
