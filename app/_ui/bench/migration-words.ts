import type { Carrier, Door, Machine, Storage } from '@/lib/lab/migration-board';
import type { Needless } from '@/lib/lab/migration-marks';
import type { RuleId } from '@/lib/lab/migration-rules';
import { spoken } from '../language/spoken';

/** What the migration board says. `{machine}`, `{count}`, `{share}`, `{from}` and `{to}` are filled in. */
export interface MigrationWords {
  readonly board: string;
  readonly how: string;
  readonly machines: Readonly<Record<Machine, string>>;
  /** How many there were, and what they held. */
  readonly was: Readonly<Record<Machine, string>>;
  readonly carrier: string;
  readonly carriers: Readonly<Record<Carrier, string>>;
  readonly replicas: string;
  readonly door: string;
  readonly doors: Readonly<Record<Door, string>>;
  readonly storage: string;
  readonly storages: Readonly<Record<Storage, string>>;
  readonly warnings: string;
  readonly noWarnings: string;
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly apply: string;
  readonly applyAgain: string;
  readonly manifests: string;
  readonly faults: Readonly<Record<'label' | 'squid' | 'apache' | 'mysql' | 'silence' | 'restore', string>>;
  readonly marks: string;
  readonly notApplied: string;
  readonly criteria: Readonly<Record<'page' | 'rows' | 'needless', string>>;
  readonly page: Readonly<Record<'never' | 'share', string>>;
  readonly rows: Readonly<Record<'never' | 'there' | 'away', string>>;
  readonly needless: Readonly<Record<'none' | 'some', string>>;
  readonly needlessOf: Readonly<Record<Needless, string>>;
  /** From when to when. */
  readonly from: string;
  readonly moment: string;
}

export const migrationWords = spoken('migration');
