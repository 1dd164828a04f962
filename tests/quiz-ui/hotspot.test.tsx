// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault, makers } from './keyed-items';
import { openKeyed, signsIn } from './keyed-quiz';
import { click, findResult, press } from './open-quiz';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('a hotspot', () => {
  const region = (name: RegExp) => screen.getByRole('button', { name });
  const pressed = () => screen.getAllByRole('button', { pressed: true });

  it('shows the whole text, and its regions as buttons with their lines', async () => {
    await openKeyed([fault]);
    const list = screen.getByRole('list', { name: 'Which line keeps the Pod Pending?' });
    for (const line of fault.source?.split('\n') ?? []) expect(list.textContent).toContain(line);
    expect(within(list).getAllByRole('button')).toHaveLength(3);
    expect(region(/Lines 2 to 3: .*resources:.*requests:.*its requests/s)).toBeDefined();
    expect(region(/Line 4: .*cpu: 400.*the CPU asked for/s).getAttribute('aria-pressed')).toBe('false');
  });

  it('keeps one place where one is asked for, and lets it go', async () => {
    await openKeyed([fault]);
    click(region(/Line 5/));
    click(region(/Line 4/));
    expect(pressed()).toEqual([region(/Line 4/)]);
    click(region(/Line 4/));
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
  });

  it('goes from region to region by arrow keys', async () => {
    await openKeyed([fault]);
    region(/Lines 2/).focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(region(/Line 4/));
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(region(/Lines 2/));
  });

  it('shows the true place beside the chosen one, with their reasons', async () => {
    await openKeyed([fault]);
    press('1');
    press('Enter');
    expect((await findResult()).textContent).toBe('Partly right');
    const lines = (text: string) =>
      screen.getAllByRole('listitem').find((row) => row.textContent?.includes(text)) as HTMLElement;
    expect(signsIn(lines('resources:'))).toEqual(['wrong']);
    expect(lines('resources:').textContent).toContain('your answer, not sure');
    expect(lines('resources:').textContent).toContain('near it');
    expect(signsIn(lines('cpu: 400'))).toEqual(['right']);
    expect(lines('cpu: 400').textContent).toContain('here it is');
    expect(lines('cpu: 400').textContent).toContain('400 CPUs fit no node');
  });

  it('without a text is a list of names', async () => {
    await openKeyed([makers]);
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
    screen.getByText('Choose all that hold.');
  });
});
