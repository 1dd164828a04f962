import type { World } from '@/lib/network/world';
import { spoken } from '../language/spoken';

type Mode = World['mode'];

/** Each word of the figure of many Services, in one language; `{name}` is filled in. */
export interface ScaleWords {
  readonly figure: string;
  readonly caption: string;
  readonly services: string;
  readonly endpoints: string;
  readonly packet: string;
  readonly packets: Readonly<Record<'first' | 'later', string>>;
  /** The sentence: of the first packet to one Service, to the last of many, and of every later packet. */
  readonly sentence: Readonly<Record<'one' | 'many' | 'later', string>>;
  readonly because: Readonly<Record<'first' | 'later', string>>;
  readonly columns: Readonly<Record<'rules' | 'asked' | 'lookups', string>>;
  /** What a line of the table is, by mode. */
  readonly rules: Readonly<Record<Mode, string>>;
  readonly range: string;
  readonly later: Readonly<Record<Mode, string>>;
  readonly status: Readonly<Record<Mode, string>>;
  readonly lines: string;
  readonly leftOut: string;
  readonly legend: string;
  readonly order: string;
  readonly counted: string;
}

export const scaleWords = spoken('scale');
