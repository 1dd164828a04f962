import type { Limit, Unknown } from '@/lib/lab/load-account';
import type { Descent, LoadPreset, Measure, Sidecar } from '@/lib/lab/load-choice';
import { spoken } from '../language/spoken';

/** Each word of the load bench, in one language; `{name}` is filled in. */
export interface LoadWords {
  readonly figure: string;
  /** The sentence: what the look that is shown did. */
  readonly sentence: Readonly<Record<'changes' | 'stays' | 'unknown' | 'noScale' | 'waiting', string>>;
  readonly metric: Readonly<Record<'cpu' | 'memory', string>>;
  readonly account: {
    readonly title: string;
    readonly formula: string;
    readonly rounded: string;
    readonly within: string;
    readonly larger: string;
    readonly young: string;
    readonly held: string;
    readonly limit: Readonly<Record<Limit, string>>;
    readonly written: string;
    readonly same: string;
    readonly unknown: Readonly<Record<Unknown, string>>;
  };
  readonly bands: Readonly<Record<'work' | 'percent' | 'replicas', string>>;
  readonly legend: string;
  /** Of two metrics, which line is whose. */
  readonly lines: string;
  readonly target: string;
  readonly most: string;
  readonly least: string;
  readonly nothingKnown: string;
  readonly curve: string;
  readonly curveHelp: string;
  readonly minute: string;
  readonly work: string;
  readonly moment: string;
  readonly momentValue: string;
  readonly pods: Readonly<Record<'title' | 'ready' | 'starting' | 'leaving', string>>;
  readonly preset: string;
  readonly presets: Readonly<Record<LoadPreset, string>>;
  readonly kind: string;
  readonly request: string;
  readonly sidecar: string;
  readonly sidecars: Readonly<Record<Sidecar, string>>;
  readonly measure: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly aim: string;
  readonly min: string;
  readonly max: string;
  readonly descent: string;
  readonly descents: Readonly<Record<Descent, string>>;
  readonly server: string;
  readonly servers: Readonly<Record<'on' | 'off', string>>;
  readonly reset: string;
  readonly table: string;
  readonly nothingChanged: string;
  readonly columns: Readonly<Record<'time' | 'percent' | 'wish' | 'replicas' | 'says', string>>;
  readonly note: string;
  readonly failed: string;
  readonly again: string;
}

export const loadWords = spoken('load');
