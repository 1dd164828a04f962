'use client';

import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import type { Locale } from '@/lib/text';

interface WithChildren {
  readonly children: ReactNode;
}

const Loaded = ({ children }: WithChildren) => children;

/**
 * Which words are loaded: of a cluster's figure; of that and of the page around it; of a packet's figure; of that of many Services;
 * of the boards of selectors and of the migration; of two clusters side by side; of the benches of the swap test and of loads.
 */
export type Spoken =
  | 'figure'
  | 'lone'
  | 'packet'
  | 'scale'
  | 'selector'
  | 'migration'
  | 'believed'
  | 'swap'
  | 'load'
  | 'workbench';

/**
 * Each is a script of its own. The page names it in its head, as it names the script of the figure; in the page as the
 * server makes it the words stand already.
 */
const scripts: Readonly<Record<Spoken, Readonly<Record<Locale, ComponentType<WithChildren>>>>> = {
  figure: {
    en: dynamic(() => import('./figure-en').then(() => Loaded)),
    zh: dynamic(() => import('./figure-zh').then(() => Loaded)),
  },
  lone: {
    en: dynamic(() => import('./lone-en').then(() => Loaded)),
    zh: dynamic(() => import('./lone-zh').then(() => Loaded)),
  },
  packet: {
    en: dynamic(() => import('./packet-en').then(() => Loaded)),
    zh: dynamic(() => import('./packet-zh').then(() => Loaded)),
  },
  scale: {
    en: dynamic(() => import('./scale-en').then(() => Loaded)),
    zh: dynamic(() => import('./scale-zh').then(() => Loaded)),
  },
  swap: {
    en: dynamic(() => import('./swap-en').then(() => Loaded)),
    zh: dynamic(() => import('./swap-zh').then(() => Loaded)),
  },
  selector: {
    en: dynamic(() => import('./selector-en').then(() => Loaded)),
    zh: dynamic(() => import('./selector-zh').then(() => Loaded)),
  },
  load: {
    en: dynamic(() => import('./load-en').then(() => Loaded)),
    zh: dynamic(() => import('./load-zh').then(() => Loaded)),
  },
  migration: {
    en: dynamic(() => import('./migration-en').then(() => Loaded)),
    zh: dynamic(() => import('./migration-zh').then(() => Loaded)),
  },
  workbench: {
    en: dynamic(() => import('./workbench-en').then(() => Loaded)),
    zh: dynamic(() => import('./workbench-zh').then(() => Loaded)),
  },
  believed: {
    en: dynamic(() => import('./believed-en').then(() => Loaded)),
    zh: dynamic(() => import('./believed-zh').then(() => Loaded)),
  },
};

/** Draws what is in it when the words of this language are there; only they are downloaded. */
export function Language({
  locale,
  of,
  children,
}: WithChildren & { readonly locale: Locale; readonly of: Spoken }) {
  const Script = scripts[of][locale];
  return <Script>{children}</Script>;
}

/** The same part with its words around it. */
export const speaking =
  <P extends { readonly locale: Locale }>(of: Spoken, Part: ComponentType<P>) =>
  (props: P) => (
    <Language locale={props.locale} of={of}>
      <Part {...props} />
    </Language>
  );
