import type { Looking } from '@/app/_ui/lab/use-stage';
import type { BenchKind } from '@/lib/lab/bench-shown';
import { type LabLink, type LinkRead, readLink } from '@/lib/lab/link';

/** What an address brings along behind `#`: nothing, a session, or something that can't be opened here. */
export type Opened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'link'; readonly link: LabLink }
  | { readonly kind: 'refused'; readonly why: RefusedWhy };

export type RefusedWhy = Extract<LinkRead, { ok: false }>['why'] | 'otherLab';

/** What is looked at where a link was opened, or none. */
export const lookingAt = (link: LabLink | undefined): Looking => ({ current: link?.shown ?? {} });

/** WordPress writes a secret of its own behind the address of a frame. */
const hostsSecret = /[?&]secret=[A-Za-z0-9]*$/;

/** Whether what a link is about can be shown on this page. */
export type Fits = (link: LabLink) => boolean;

/** A link to a lesson's figure, which may be a bench. */
export const isLinkTo = ({ scenario, shown }: LabLink, id: string, bench?: BenchKind): boolean =>
  scenario === id && (shown?.bench === undefined || shown.bench.kind === bench);

/** Reads the part of an address behind `#`. */
export function openedBy(hash: string, fits: Fits): Opened {
  const text = hash.replace(/^#/, '').replace(hostsSecret, '');
  if (text === '') return { kind: 'nothing' };
  const read = readLink(text);
  if (!read.ok) return { kind: 'refused', why: read.why };
  return fits(read.link) ? { kind: 'link', link: read.link } : { kind: 'refused', why: 'otherLab' };
}
