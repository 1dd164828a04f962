import type { LabLink } from '@/lib/lab/link';
import type { Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import type { OpenSession } from '../lab/session-client';
import type { Shared } from '../lab/share-of';

/** What a bench is given: the cluster that it works on, as it stands when the page opens. */
export interface BenchProps {
  readonly scenario: Scenario;
  readonly first: LabView;
  readonly locale: Locale;
  /** "6.6": set before the caption. */
  readonly number?: string | undefined;
  /** It can be shared: where it has a page of its own, and its widget. */
  readonly share?: Shared | undefined;
  /** It opens as this link has it. */
  readonly link?: LabLink | undefined;
  /** How it comes to its sessions; else in the page's worker. */
  readonly open?: OpenSession | undefined;
}
