'use client';
import dynamic from 'next/dynamic';
import type { EmbedName } from '@/lib/embed/address';
import type { Locale, Text } from '@/lib/text';
import type { SessionClient } from './session-client';
import type { Moment } from './share';
import type { Looking } from './use-stage';

/** What is needed to share a figure of a lesson, beside its session. */
export interface Shared {
  readonly title: Text;
  /** The page on which it has the whole screen, without the language. */
  readonly path: string;
  readonly widget: EmbedName;
}

/** A figure's link and the code for one's own page come after the figure. */
const Share = dynamic(() => import('./share').then((module) => module.Share));

/** The button beside a figure's player that shares the moment which it shows. */
export function ShareOf({
  shared: { title, path, widget },
  client,
  looking,
  locale,
}: {
  readonly shared: Shared;
  readonly client: SessionClient;
  readonly looking: Looking;
  readonly locale: Locale;
}) {
  const moment = async (): Promise<Moment> => {
    const { longestLink, momentOf } = await import('../lone/moment');
    return momentOf(client, widget.lab, longestLink.lab, looking.current);
  };
  return <Share {...{ locale, title, widget, moment }} page={`/${locale}${path}`} small />;
}
