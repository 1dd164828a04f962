// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GradedQuizServer } from './graded-quiz-server';
import { seconds, service } from './keyed-items';
import { focused, openKeyed, rowOf, set, signsIn, write } from './keyed-quiz';
import { button, click, findResult, press, question } from './open-quiz';

let server: GradedQuizServer;

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('a numeric item', () => {
  const field = () => screen.getByRole('textbox', { name: 'Your number, in s' });

  it('has one field for decimals, named with its unit', async () => {
    server = await openKeyed([seconds]);
    expect(field().getAttribute('inputmode')).toBe('decimal');
    expect(screen.getByText('s').getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    ['twelve', 'Write a number, such as 12 or 0.5.'],
    ['1,000', 'Write a number, such as 12 or 0.5.'],
    ['3 weeks', 'The unit is not known here. Write the number alone.'],
  ])('says of %j what is wrong with it, and the try stays open', async (text, message) => {
    server = await openKeyed([seconds]);
    set(field(), text);
    field().focus();
    press('Enter');
    await screen.findByText(message);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const described = (field().getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain(message);
    expect(focused()).toBe(field());
    expect(focused().value).toBe(text);
    write('12.2 min');
    expect(field().getAttribute('aria-invalid')).toBe('false');
    press('Enter');
    expect((await findResult()).textContent).toBe('Right');
    expect(server.requests.map(({ tryNumber }) => tryNumber)).toEqual([1, 1]);
  });

  it('tells a near miss its own reason, what is right, and how far from it still counts', async () => {
    server = await openKeyed([seconds]);
    set(field(), '30');
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Not right yet');
    expect(screen.getByText(/30 s is the default/)).toBeDefined();
    screen.getByText('731 s');
    screen.getByText('From 729 to 733 s is taken as right.');
    expect(signsIn(rowOf('731 s'))).toEqual(['wrong', 'right']);
  });

  it('is written in by letters and figures, and left by Esc', async () => {
    server = await openKeyed([seconds]);
    field().focus();
    for (const key of ['s', 'h', '1']) press(key);
    expect(screen.getByRole('radio', { name: 'not sure', checked: true })).toBeDefined();
    press('Escape');
    expect(document.activeElement).toBe(question());
    press('s');
    expect(screen.getByRole('radio', { name: 'I am sure', checked: true })).toBeDefined();
  });
});

describe('a yaml item', () => {
  const fields = () => screen.getAllByRole('textbox') as HTMLInputElement[];

  it('has a field in each blank, named by where it stands', async () => {
    server = await openKeyed([service]);
    expect(screen.getByRole('group', { name: 'Let the Service find its Pods.' }).textContent).toContain(
      'targetPort:',
    );
    expect(fields()).toEqual([
      screen.getByRole('textbox', { name: 'Field 1 of 2: name of a field in spec' }),
      screen.getByRole('textbox', { name: 'Field 2 of 2: value of spec.ports.0.targetPort' }),
    ]);
    screen.getByText('0 of 2 fields are filled in');
  });

  it('goes with Enter to the field that is still empty, and only then answers', async () => {
    server = await openKeyed([service]);
    press('2');
    expect(focused()).toBe(fields()[1]);
    write('80');
    press('Enter');
    expect(focused()).toBe(fields()[0]);
    expect(server.requests).toEqual([]);
    write('selector');
    press('Enter');
    await findResult();
    expect(server.requests.at(-1)?.response).toEqual(['selector', '80']);
  });

  it('ticks and crosses each blank with what stood there, and says why', async () => {
    server = await openKeyed([service]);
    set(fields()[0] as HTMLElement, 'selector');
    set(fields()[1] as HTMLElement, '80');
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Partly right');
    const manifest = screen.getByRole('group');
    expect(signsIn(manifest)).toEqual(['right', 'wrong']);
    expect(manifest.textContent?.replace(/\s+/g, '')).toContain('80');
    expect(signsIn(rowOf('spec.ports.0.targetPort'))).toEqual(['wrong', 'right']);
    expect(rowOf('spec.ports.0.targetPort').textContent).toContain('8080');
    expect(rowOf('spec.ports.0.targetPort').textContent).toContain('80 is the port of the Service');
    expect(signsIn(rowOf('a field in spec'))).toEqual(['right']);
  });

  it('says that what was filled in is no YAML, and keeps it', async () => {
    server = await openKeyed([service]);
    set(fields()[0] as HTMLElement, '{');
    click(button('Answer'));
    await screen.findByText(/^With these words the manifest is not valid YAML/);
    expect(fields()[0]?.value).toBe('{');
    expect(fields()[0]?.getAttribute('aria-invalid')).toBe('true');
    expect(button('Answer')).toBeDefined();
  });
});
