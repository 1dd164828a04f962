// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useKeptHash } from '@/app/_ui/lesson/use-kept-hash';

function Page() {
  useKeptHash();
  return <section id="order" />;
}
/** The element that the browser went to, whatever the address says now. */
const goneTo = (id: string | undefined) => {
  const find = document.querySelector.bind(document);
  vi.spyOn(document, 'querySelector').mockImplementation((selector: string) =>
    selector === ':target' ? (id === undefined ? null : find(`#${id}`)) : find(selector),
  );
};

beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState({ of: 'the router' }, '', '/en/learn/a-lesson');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a section that was gone to while the page came alive stands in the address again', () => {
  goneTo('order');
  render(<Page />);
  vi.runAllTimers();
  expect(window.location.hash).toBe('#order');
});

test('an address that lost nothing stays as it is', () => {
  const write = vi.spyOn(window.history, 'replaceState');
  goneTo(undefined);
  render(<Page />);
  vi.runAllTimers();
  expect(write).not.toHaveBeenCalled();
});
