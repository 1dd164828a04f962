// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GradedQuizServer } from './graded-quiz-server';
import { drain, seconds } from './keyed-items';
import { openKeyed } from './keyed-quiz';
import { button, click, press, question } from './open-quiz';

let server: GradedQuizServer;

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('a lab item', () => {
  it('that is the last to come leads to the summary', async () => {
    server = await openKeyed([drain]);
    click(button('See all items'));
    await waitFor(() => expect(question().textContent).toMatch(/^You have 0 of 1 items right/));
  });

  it('leads to its lab, says how it stands, and can be passed', async () => {
    server = await openKeyed([drain, seconds], 'zh');
    await screen.findByText('实验：尚未完成');
    const link = screen.getByRole('link', { name: '打开实验' });
    expect(link.getAttribute('href')).toBe('/zh/lab/lesson--drain-it');
    expect(screen.queryByRole('button', { name: '回答' })).toBeNull();
    server.progress = { lessons: { lesson: { sections: [], items: {}, labs: ['drain-it'] } } };
    window.dispatchEvent(new CustomEvent('podium:progress'));
    await screen.findByText('实验：已完成');
    question().focus();
    press('Enter');
    screen.getByText('这道题要在对应的实验里完成。');
    click(button('下一题'));
    await waitFor(() => expect(question().textContent).toBe(seconds.question.zh));
  });
});
