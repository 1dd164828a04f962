// @vitest-environment happy-dom
import '@/app/_ui/language/both';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadWords } from '@/app/_ui/bench/load-words';
import { migrationWords } from '@/app/_ui/bench/migration-words';
import { swapWords } from '@/app/_ui/bench/swap-words';
import { workbenchWords } from '@/app/_ui/bench/workbench-words';
import * as clients from '@/app/_ui/lab/session-client';
import type { ShareProps } from '@/app/_ui/lab/share';
import { LoneBench } from '@/app/_ui/lone/lone-bench';
import { loneWords } from '@/app/_ui/lone/words';
import { words } from '@/app/_ui/words';
import { getFigures, type LoneFigure, pageIdOf } from '@/lib/course/figures';
import { type BenchKind, benchKinds } from '@/lib/lab/bench-shown';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { runLoad } from '@/lib/lab/load-run';
import { keptSwapRun } from '@/lib/lab/swap-test/run';

// The dialog is held elsewhere: here it says the link.
vi.mock('@/app/_ui/lab/share', async () => {
  const { useState } = await import('react');
  const Share = ({ page, moment }: ShareProps) => {
    const [link, setLink] = useState('');
    const ask = async () => {
      const asked = await moment();
      setLink(asked.kind === 'link' ? `${page}${asked.hash}` : asked.kind);
    };
    return (
      <>
        <button type="button" onClick={() => void ask()}>
          Share
        </button>
        <output>{link}</output>
      </>
    );
  };
  return { Share };
});

type Bench = Extract<LoneFigure, { kind: 'figure' }>;
const benches = new Map(
  getFigures().flatMap((figure) =>
    figure.kind === 'figure' && figure.bench ? [[figure.bench, figure]] : [],
  ),
) as ReadonlyMap<BenchKind, Bench>;

const open: clients.OpenSession = (of, _, state) =>
  clients.openInPage(createSession(of, { typist: kubectlTypist, ...(state && { state }) }), undefined, {
    swapTest: keptSwapRun(),
    load: runLoad,
  });

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.spyOn(clients, 'openInWorker').mockImplementation(open);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The page of a bench, at this address. */
async function opens(kind: BenchKind, hash = '') {
  const bench = benches.get(kind) ?? expect.fail(`no lesson has a ${kind}`);
  const { scenario, title, lesson } = bench;
  const path = `/lab/${pageIdOf(bench)}`;
  window.history.replaceState(null, '', `/en${path}${hash}`);
  render(
    <LoneBench
      {...{ bench: kind, scenario, title, path, lesson }}
      locale="en"
      site={words.en.header}
      first={createSession(scenario).view()}
    />,
  );
  const figure = await screen.findByRole('figure');
  await act(async () => {
    fireEvent.focusIn(figure.querySelector('[data-live][role=group]') ?? figure);
  });
  return { path };
}

/** What stands behind `#` in the link that is offered. */
async function shared(path: string): Promise<string> {
  fireEvent.click(await screen.findByText('Share'));
  const link = (await screen.findByText(/#1/)).textContent ?? '';
  expect(link.startsWith(`/en${path}#`)).toBe(true);
  return link.slice(link.indexOf('#'));
}

const radio = (name: string) => screen.getByText(name, { selector: '[role=radio]' });
const toEnd = () => fireEvent.keyDown(document.querySelector('[data-live]') as Element, { key: 'End' });
const pod = () =>
  screen.getByText('apache-2', { selector: 'ul button > span' }).closest('button') as HTMLElement;
const mysql = () => within(screen.getByText(migrationWords.en.was.mysql).closest('fieldset') as HTMLElement);
const statefulSet = () => mysql().getByLabelText(new RegExp(`^${migrationWords.en.carriers.statefulset}`));
const isChecked = (one: HTMLElement) =>
  one.getAttribute('aria-checked') === 'true' || (one as HTMLInputElement).checked;

/** What a reader does at each, and what is there then, also for whoever opens the link. */
const deeds: Readonly<Record<BenchKind, readonly [does: () => Promise<void>, sees: () => Promise<void>]>> = {
  'selector-board': [
    async () => {
      fireEvent.change(screen.getByLabelText(/A map/), { target: { value: 'app: nginx\n' } });
      fireEvent.click(radio('4'));
      fireEvent.click(pod());
    },
    async () => {
      await screen.findByText(/app=nginx/, { selector: 'p:not([role])' });
      expect(isChecked(radio('4'))).toBe(true);
      expect(pod().getAttribute('aria-pressed')).toBe('true');
    },
  ],
  'swap-test': [
    async () => {
      fireEvent.click(radio(swapWords.en.stores.claim));
      await screen.findByText(swapWords.en.verdicts.unswapped);
      fireEvent.click(screen.getByLabelText(/^Replace mysql-/, { selector: 'button' }));
      toEnd();
    },
    async () => {
      await screen.findByText(swapWords.en.passes);
      expect(isChecked(radio(swapWords.en.stores.claim))).toBe(true);
    },
  ],
  'migration-board': [
    async () => {
      fireEvent.click(statefulSet());
      fireEvent.change(mysql().getByLabelText(migrationWords.en.storage), {
        target: { value: 'claim' },
      });
      fireEvent.click(screen.getByText(migrationWords.en.apply));
      await screen.findByText(migrationWords.en.applyAgain);
      toEnd();
    },
    async () => {
      await screen.findByText(migrationWords.en.rows.there);
      expect(isChecked(statefulSet())).toBe(true);
    },
  ],
  'pod-workbench': [
    async () => {
      await screen.findByText(workbenchWords.en.sentence.well);
      const second = within(screen.getByLabelText('Container b'));
      fireEvent.click(second.getByText('8080', { selector: '[role=radio]' }));
      await screen.findByText(workbenchWords.en.sentence.starting);
      toEnd();
    },
    async () => {
      await screen.findByText('b in web falls: its port is taken.', { selector: 'p:not([role])' });
    },
  ],
  'load-bench': [
    async () => {
      fireEvent.click(radio(loadWords.en.presets.spike));
      await screen.findByText(/^At 3:15/, { selector: 'p:not([role])' });
      fireEvent.change(screen.getByLabelText(loadWords.en.moment), {
        target: { value: '40' },
      });
    },
    async () => {
      await screen.findByText(/^At 10:00/, { selector: 'p:not([role])' });
      expect(isChecked(radio(loadWords.en.presets.spike))).toBe(true);
    },
  ],
};

test.each(benchKinds)(
  'the link of a %s opens it as it stood',
  async (kind) => {
    const [does, sees] = deeds[kind];
    const { path } = await opens(kind);
    await does();
    await sees();
    const hash = await shared(path);
    cleanup();
    await opens(kind, hash);
    await sees();
    expect(screen.queryByText(loneWords.en.insteadBench)).toBeNull();
    expect(await shared(path)).toBe(hash);
  },
  60_000,
);

test.each([
  ['that is cut short', '#1PYiOYiHQi', loneWords.en.refused.damaged],
  ['of a newer page', '#2abc', loneWords.en.refused.newerVersion],
])('a link %s is refused in place, and the bench stands as it begins', async (_, hash, said) => {
  await opens('swap-test', hash);
  expect(screen.getByRole('alert').textContent).toBe(`${said}${loneWords.en.insteadBench}`);
  expect(isChecked(radio(swapWords.en.stores.layer))).toBe(true);
});

test('a link of another bench is refused, though the scenario has the same name', async () => {
  const { path } = await opens('selector-board');
  const hash = await shared(path);
  cleanup();
  await opens('migration-board', hash);
  expect(screen.getByRole('alert').textContent).toContain(loneWords.en.refused.otherLab);
});
