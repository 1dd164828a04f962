// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { labWords } from '@/app/_ui/lab/words';
import { Futures } from '@/app/_ui/timeline/futures';
import { Score } from '@/app/_ui/timeline/score';
import { many } from './fixtures';
import { difference, rollout, two } from './score-fixtures';

afterEach(cleanup);
const lanes = (box: HTMLElement) => box.querySelectorAll('text.lane').length;

test('lanes beyond the limit are behind a button that says how many Pods there are', () => {
  const { container } = render(
    <Score score={many(40).score} width={960} words={labWords.en} onSeek={() => {}} />,
  );
  expect(lanes(container)).toBe(24);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 40 Pods' }));
  expect(lanes(container)).toBe(40);
  fireEvent.click(screen.getByRole('button', { name: 'Show 24 Pods' }));
  expect(lanes(container)).toBe(24);
});

test('a name that is shortened has the whole name as its title', () => {
  const { container } = render(<Score score={rollout} width={350} words={labWords.en} />);
  const names = [...container.querySelectorAll('text.lane')];
  expect(names.map((name) => name.querySelector('title')?.textContent)).toEqual(
    rollout.lanes.map(({ label }) => label),
  );
});

test('lanes that the view leaves out are said in a line, in both languages', () => {
  const { rerender } = render(<Score score={rollout} width={960} words={labWords.en} />);
  expect(screen.getByText(/^7 more Pods have no lane/)).toBeTruthy();
  rerender(<Score score={rollout} width={960} words={labWords.zh} />);
  expect(screen.getByText(/^另有 7 个 Pod/)).toBeTruthy();
});

test.each([
  ['en', / s$/],
  ['zh', / 秒$/],
] as const)(
  'the last number of the time axis has its unit in the language of the page: %s',
  (locale, unit) => {
    const { container } = render(<Score score={rollout} width={960} words={labWords[locale]} />);
    const ticks = [...container.querySelectorAll('text.tick')].map((tick) => tick.textContent);
    expect(ticks.filter((tick) => !/^[\d.]+$/.test(tick ?? ''))).toEqual([ticks.at(-1)]);
    expect(ticks.at(-1)).toMatch(unit);
  },
);

test('up and down and pages seek in the picture of futures as in a score', () => {
  const seek = vi.fn();
  render(<Futures futures={two} nowMs={50_400} width={960} words={labWords.en} onSeek={seek} />);
  const slider = screen.getByRole('slider', { name: 'Time' });
  for (const key of ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']) fireEvent.keyDown(slider, { key });
  expect(seek.mock.calls.flat()).toEqual([51_400, 50_400, 55_400, 50_400]);
});

test('keys go on from the moment last asked for while an engine is behind, and from what is shown once something else is', () => {
  const seek = vi.fn();
  const at = (nowMs: number) => (
    <Futures futures={two} nowMs={nowMs} width={960} words={labWords.en} onSeek={seek} />
  );
  const { rerender } = render(at(50_400));
  const slider = screen.getByRole('slider', { name: 'Time' });
  const press = (...keys: string[]) => {
    seek.mockClear();
    for (const key of keys) fireEvent.keyDown(slider, { key });
    return seek.mock.calls.flat();
  };
  expect(press('ArrowUp', 'ArrowUp', 'ArrowUp')).toEqual([51_400, 52_400, 53_400]);
  rerender(at(51_400));
  expect(press('PageUp')).toEqual([58_400]);
  rerender(at(58_400));
  expect(press('ArrowDown')).toEqual([57_400]);
  rerender(at(12_000));
  expect(press('ArrowUp')).toEqual([13_000]);
});

test('each future has a button to go there and one to drop it; the one that one is in says so', () => {
  const [goTo, drop] = [vi.fn(), vi.fn()];
  render(
    <Futures futures={two} nowMs={50_400} width={960} words={labWords.en} onGoTo={goTo} onDrop={drop} />,
  );
  const here = screen.getByRole('button', { name: 'You are in B' });
  expect(here.getAttribute('aria-current')).toBe('true');
  fireEvent.click(here);
  expect(goTo).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Go to A' }));
  expect(goTo).toHaveBeenCalledExactlyOnceWith('A');
  fireEvent.click(screen.getByRole('button', { name: 'Drop B' }));
  expect(drop).toHaveBeenCalledExactlyOnceWith('B');
});

test.each([350, 960])('the first difference is said as text, wherever it is drawn (%i px)', (width) => {
  const { container } = render(
    <Futures futures={two} firstDifference={difference} nowMs={50_400} width={width} words={labWords.en} />,
  );
  const said = container.querySelector('p')?.textContent ?? '';
  expect(said).toContain('first difference, 46.8 s');
  expect(said).toContain('web-2: cannot start | Running, not Ready');
});

test('before the first difference its moment is said, not what will differ', () => {
  const before = two.map(({ score, ...rest }) => ({ ...rest, score: { ...score, nowMs: 20_000 } }));
  const { container } = render(
    <Futures
      futures={before}
      firstDifference={{ ...difference, objects: [] }}
      nowMs={20_000}
      width={960}
      words={labWords.en}
    />,
  );
  expect(container.querySelector('p')?.textContent).toBe('first difference, 46.8 s');
});
