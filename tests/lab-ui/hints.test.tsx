// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, test } from 'vitest';
import { type Given, Hints, lostSinceMs, nextHint, stillFits } from '@/app/_ui/lab/hints';
import type { Lack } from '@/lib/lab/lack';
import type { LabStatement } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import { scenario } from './fixtures';

const both = (text: string) => ({ en: text, zh: text });
const notReady = (name: string): Lack => ({ about: 'ready', key: `Pod/default/${name}`, wanted: true });
const open = (id: string, ...gap: readonly Lack[]): LabView['goals'][number] => ({ id, state: 'open', gap });
const given = (...places: readonly number[]): readonly Given[] => places.map((hint) => ({ hint }));
const goals = [open('ready', notReady('web-1'), notReady('web-2')), open('other', notReady('web-2'))];

describe('the next hint', () => {
  it.each<[string, readonly Given[], readonly number[], Given | undefined]>([
    ['is the first that fits', [], [1, 2], { hint: 1 }],
    ['is not one that was given', given(1), [1, 2], { hint: 2 }],
    ['may be an earlier one that has come to fit', given(1), [0, 1], { hint: 0 }],
    [
      'is what is missing where none is left that fits',
      given(1),
      [1],
      { goal: 'ready', lack: notReady('web-1') },
    ],
    [
      'is the next thing that is missing after the first',
      [{ goal: 'ready', lack: notReady('web-1') }],
      [],
      { goal: 'ready', lack: notReady('web-2') },
    ],
    [
      'is the author’s again as soon as one fits',
      [{ goal: 'ready', lack: notReady('web-1') }],
      [2],
      { hint: 2 },
    ],
  ])('%s', (_, told, fitting, next) => {
    expect(nextHint(told, fitting, goals)).toEqual(next);
  });

  it('says nothing of goals that hold, nor of what a failed goal lacked once', () => {
    const lost: LabView['goals'] = [
      { id: 'a', state: 'holds', sinceMs: 1 },
      { id: 'b', state: 'failed', sinceMs: 1, gap: [notReady('web-0')] },
    ];
    expect(nextHint([], [], lost)).toBeUndefined();
  });

  it('is none where every goal holds, whatever the author wrote', () => {
    expect(nextHint([], [0, 1], [{ id: 'a', state: 'holds', sinceMs: 1 }])).toBeUndefined();
    expect(nextHint([], [0, 1], [{ id: 'a', state: 'holds', sinceMs: 1 }, open('b')])).toEqual({ hint: 0 });
  });

  it('fits as long as it is about the cluster as it stands', () => {
    expect(stillFits({ hint: 1 }, [1], goals)).toBe(true);
    expect(stillFits({ hint: 1 }, [0], goals)).toBe(false);
    const missing: Given = { goal: 'ready', lack: notReady('web-1') };
    expect(stillFits(missing, [], goals)).toBe(true);
    expect(stillFits(missing, [], [open('ready', notReady('web-2'))])).toBe(false);
  });
});

const lab: LabStatement = {
  ...scenario,
  title: both('A lab'),
  task: both('Do it.'),
  goals: [],
  hints: [both('first'), both('second'), both('third')].map((one) => ({ ...one, when: { all: [] } })),
};
const shown = (fitting: readonly number[], of: LabView['goals'] = goals) => (
  <Hints lab={lab} goals={of} fitting={fitting} locale="en" client={undefined} />
);
const button = () => screen.queryByRole('button', { name: /^Show/ });

test('one press gives one hint, counted among those that the author wrote', () => {
  render(shown([0, 2]));
  expect(button()?.textContent).toBe('Show a hint (1/3)');
  fireEvent.click(button()!);
  expect(screen.getByText('Hint 1 of 3')).toBeTruthy();
  expect(screen.getByText('first')).toBeTruthy();
  expect(screen.queryByText('third')).toBeNull();
  expect(button()?.textContent).toBe('Show a hint (2/3)');
});

test('a hint that does not fit any more stays, and says so; where it fits again it says nothing', () => {
  const { rerender } = render(shown([0]));
  fireEvent.click(button()!);
  const hint = screen.getByText('first').closest('[class]')!.parentElement!;
  expect(hint.textContent).not.toContain('does not fit now');
  rerender(shown([2]));
  expect(hint.textContent).toContain('does not fit now');
  rerender(shown([0]));
  expect(hint.textContent).not.toContain('does not fit now');
});

test('without an author’s hint that fits, what is missing is given piece by piece, and the button goes with the last', () => {
  render(shown([], [open('ready', notReady('web-1')), open('other', notReady('web-2'))]));
  expect(button()?.textContent).toBe('Show what is missing');
  fireEvent.click(button()!);
  expect(screen.getByText(/web-1/).closest('p')?.textContent).toBe('web-1 is not there');
  expect(screen.queryByText(/web-2/)).toBeNull();
  fireEvent.click(button()!);
  expect(screen.getByText(/web-2/)).toBeTruthy();
  expect(button()).toBeNull();
});

describe('a run in which a goal over time has failed', () => {
  const failed: LabView['goals'] = [
    { id: 'a', state: 'failed', sinceMs: 21_500 },
    { id: 'b', state: 'holds', sinceMs: 1 },
    { id: 'c', state: 'failed', sinceMs: 30_000 },
  ];

  it('is lost since the first such moment, and not where a goal is only open', () => {
    expect(lostSinceMs(failed)).toBe(21_500);
    expect(lostSinceMs(goals)).toBeUndefined();
  });

  it('is told to be so at once, with what to do, though no hint is left', () => {
    const { rerender } = render(shown([], [open('ready')]));
    const status = screen.getByRole('status');
    expect(status.textContent).toBe('');
    rerender(shown([], failed));
    expect(status.textContent).toMatch(
      /can’t be solved any more: .* at 21\.5 s\. Undo .*“Reset” begins anew\.$/,
    );
    rerender(shown([], [open('ready')]));
    expect(status.textContent).toBe('');
  });

  it('has hints still, for those who look on', () => {
    render(shown([1], failed));
    expect(button()?.textContent).toBe('Show a hint (1/3)');
  });
});

test('hints that are given are read out politely, changes to older ones are not', () => {
  render(shown([0]));
  const live = document.querySelector('[aria-live=polite]');
  expect(live?.getAttribute('aria-relevant')).toBe('additions');
  fireEvent.click(button()!);
  expect(live?.textContent).toContain('first');
});
