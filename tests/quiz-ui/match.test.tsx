// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GradedQuizServer } from './graded-quiz-server';
import { phases, policies } from './keyed-items';
import { openKeyed, set, signsIn } from './keyed-quiz';
import { button, click, findResult } from './open-quiz';

let server: GradedQuizServer;

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('a match item', () => {
  it('has a list for each row, named by it, and counts the rows that have a choice', async () => {
    server = await openKeyed([phases]);
    const [first] = screen.getAllByRole('combobox');
    expect(screen.getAllByRole('combobox')).toHaveLength(2);
    expect(screen.getByRole('combobox', { name: 'web-0 exits with 0' })).toBeDefined();
    screen.getByText('0 of 2 rows have a choice');
    set(first as HTMLElement, '2');
    screen.getByText('1 of 2 rows have a choice');
  });

  it('shows few choices as lines of each row', async () => {
    server = await openKeyed([policies]);
    const group = screen.getByRole('radiogroup', { name: 'it stays ended' });
    expect(within(group).getAllByRole('radio')).toHaveLength(2);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says of each row whether it is right, what belongs there, and why', async () => {
    server = await openKeyed([phases]);
    const right = server.rightAnswer('phases') as readonly number[];
    const [first, second] = screen.getAllByRole('combobox') as [HTMLElement, HTMLElement];
    const wrong = [0, 1, 2, 3].find((place) => !right.includes(place)) ?? 0;
    const names = [first, second].map(
      (list) => document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
    );
    const wrongText = within(second).getAllByRole('option')[wrong + 1]?.textContent ?? '';
    set(first, String(right[0]));
    set(second, String(wrong));
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Partly right');
    const rows = screen
      .getAllByRole('listitem')
      .filter((row) => names.some((name) => row.textContent?.includes(name)));
    expect(rows.map(signsIn)).toEqual([['right'], ['wrong', 'right']]);
    expect(rows[1]?.textContent).toContain(wrongText);
    expect(rows[1]?.textContent).toContain('belongs here');
    for (const { because } of phases.stems) screen.getByText(because.en);
  });

  it('counts a row without a choice as not known', async () => {
    server = await openKeyed([phases]);
    set(screen.getAllByRole('combobox')[0] as HTMLElement, String(server.rightAnswer('phases')[0]));
    click(button('Answer'));
    await findResult();
    expect(server.requests.at(-1)?.response).toEqual([server.requests[0]?.response[0], -1]);
    screen.getByText('nothing chosen');
  });
});
