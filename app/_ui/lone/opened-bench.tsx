'use client';
import { useCallback } from 'react';
import type { BenchProps } from '@/app/_ui/bench/bench';
import { LivingBench } from '@/app/_ui/bench/living';
import type { BenchKind } from '@/lib/lab/bench-shown';
import type { LabLink } from '@/lib/lab/link';
import { isLinkTo } from './opened';
import { Refused } from './refused';
import { useOpened } from './use-opened';
import { loneWords } from './words';

/** A bench as the page's address has it, or as it begins; above it why what the address brings along was not opened. */
export function OpenedBench({ kind, ...bench }: Omit<BenchProps, 'link'> & { readonly kind: BenchKind }) {
  const { scenario, locale } = bench;
  const words = loneWords[locale];
  const fits = useCallback((link: LabLink) => isLinkTo(link, scenario.id, kind), [scenario.id, kind]);
  const opened = useOpened(fits);
  const link = opened.kind === 'link' ? opened.link : undefined;
  return (
    <>
      <Refused opened={opened} words={words} instead={words.insteadBench} />
      <LivingBench
        key={link === undefined ? 'beginning' : JSON.stringify(link)}
        {...bench}
        {...{ kind, link }}
      />
    </>
  );
}
