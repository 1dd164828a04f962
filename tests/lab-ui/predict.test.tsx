// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Predict } from '@/app/_ui/lab/predict';
import { openInPage } from '@/app/_ui/lab/session-client';
import type { Prediction } from '@/lib/lab/scenario';
import { FakeSession } from './fake-session';
import { blocked, scenario } from './fixtures';

const both = (text: string) => ({ en: text, zh: text });
const prediction: Prediction = {
  id: 'what-of-web-1',
  scenario: scenario.id,
  question: both('What happens to web-1?'),
  choices: [
    { text: both('It is created from `db:v2`'), happened: { object: 'Pod/web-1', exists: true } },
    { text: both('It is not created'), happened: { object: 'Pod/web-1', exists: false } },
  ],
  judgedAtMs: 40_000,
};

function ask() {
  const session = new FakeSession(scenario, blocked);
  render(
    <Predict
      prediction={prediction}
      scenario={scenario}
      locale="en"
      number="7.2"
      first={session.view()}
      client={openInPage(session, () => 1)}
      share={{
        title: scenario.caption,
        path: '/lab/a-lesson--update-stands',
        widget: { lesson: 'a-lesson', lab: scenario.id },
      }}
    />,
  );
  return session;
}
const choice = (at: number) => screen.getAllByRole<HTMLInputElement>('radio')[at]!;
const lineOf = (at: number) => choice(at).closest('label')!.textContent;
const commit = () => fireEvent.click(screen.getByRole('button', { name: 'Predict this' }));
const names = () => [...document.querySelectorAll('legend .identity')].map(({ textContent }) => textContent);
const plays = () => screen.queryByRole('button', { name: 'Pause' }) !== null;

test('the figure can be shared as any other once the question is behind the reader', async () => {
  ask();
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  fireEvent.click(choice(0));
  commit();
  expect(await screen.findByRole('button', { name: 'Share' })).toBeTruthy();
});

test('names of Pods stay in one piece in a question, as in a lesson’s text', () => {
  ask();
  expect(names()).toEqual(['web-1']);
  expect(document.querySelector('legend')?.textContent).toBe('What happens to web-1?');
});

test('before a prediction the figure does not play and has no hands', () => {
  const session = ask();
  expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
  expect(screen.queryByRole('button', { name: /readiness/ })).toBeNull();
  fireEvent.keyDown(screen.getByRole('figure'), { key: ' ' });
  expect(session.asked).toEqual([]);
  expect(document.body.textContent).not.toContain('what happened');
});

test('a prediction plays the figure; what happened stands at its line once the run has come so far', async () => {
  const session = ask();
  fireEvent.click(choice(0));
  commit();
  expect(plays()).toBe(true);
  expect(lineOf(0)).toContain('your prediction');
  expect(lineOf(1)).not.toContain('what happened');
  act(() => session.seek(40_000));
  fireEvent.keyDown(screen.getByRole('figure'), { key: 'ArrowRight' });
  await vi.waitFor(() => expect(lineOf(1)).toContain('what happened'));
  expect(lineOf(0)).not.toContain('what happened');
});

test('choosing a line, as each arrow key does, is not yet predicting', () => {
  ask();
  expect(screen.getByRole('button', { name: 'Predict this' })).toHaveProperty('disabled', true);
  fireEvent.click(choice(0));
  fireEvent.click(choice(1));
  expect(plays()).toBe(false);
  expect(document.body.textContent).not.toContain('your prediction');
  commit();
  expect(lineOf(1)).toContain('your prediction');
  expect(lineOf(0)).not.toContain('your prediction');
});

test.each([
  ['Enter on a line', 'Enter', false],
  ['Space on the chosen line', ' ', true],
])('%s predicts it', (_, key, isChosen) => {
  ask();
  if (isChosen) fireEvent.click(choice(1));
  fireEvent.keyDown(choice(1), { key });
  expect(lineOf(1)).toContain('your prediction');
  expect(plays()).toBe(true);
});

test('Space on another line than the chosen one only chooses it', () => {
  ask();
  fireEvent.click(choice(1));
  fireEvent.keyDown(choice(0), { key: ' ' });
  expect(plays()).toBe(false);
});

test('a prediction cannot be changed afterwards', () => {
  ask();
  fireEvent.click(choice(0));
  commit();
  expect(choice(1).disabled).toBe(true);
});

test('skipping plays the figure without a prediction', () => {
  ask();
  fireEvent.click(screen.getByRole('button', { name: 'Skip, and play' }));
  expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('your prediction');
});

test('backticks in a choice are code', () => {
  ask();
  expect(screen.getByText('db:v2', { selector: 'code' })).toBeTruthy();
});
