'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { LabShown } from '@/lib/lab/link-shown';
import type { SessionClient } from '../lab/session-client';
import { ShareOf } from '../lab/share-of';
import type { Looking } from '../lab/use-stage';
import type { BenchProps } from './bench';

/** The button that shares a bench as it stands: what was done to its cluster, and what is chosen and open. */
export function useSharing(
  { share, locale }: Pick<BenchProps, 'share' | 'locale'>,
  client: SessionClient,
  { selected, bench }: { readonly [Part in 'selected' | 'bench']?: LabShown[Part] | undefined },
): ReactNode {
  const [looking] = useState<Looking>({ current: {} });
  useEffect(() => {
    looking.current = { ...(selected !== undefined && { selected }), ...(bench && { bench }) };
  });
  return useMemo(
    () => share && <ShareOf shared={share} {...{ client, looking, locale }} />,
    [share, client, looking, locale],
  );
}
