// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quizWords } from '@/app/_ui/quiz/words';
import type { GradedQuizServer } from './graded-quiz-server';
import { canary, fault, makers, phases, policies, seconds, service } from './keyed-items';
import { answersByKeys, openKeyed, rowOf, signsIn, write } from './keyed-quiz';
import { button, click, comeOnline, findResult, isFocused, openQuiz, press } from './open-quiz';

let server: GradedQuizServer;

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const all = [phases, policies, seconds, service, fault, makers];

describe.each(['en', 'zh'] as const)('every kind, in %s,', (locale) => {
  it.each(all.map((item) => [item.id, item] as const))(
    '%s is answered without a pointer',
    async (id, item) => {
      server = await openKeyed([item], locale);
      press('s');
      const right = server.rightAnswer(id);
      answersByKeys[item.kind]?.(right);
      press('Enter');
      const result = await findResult();
      await isFocused(result);
      expect(result.textContent).toBe(quizWords[locale].verdicts.right);
      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]).toMatchObject({ sure: true, response: right });
    },
  );

  it.each(all.map((item) => [item.id, item] as const))(
    '%s holds nothing of its key before',
    async (id, item) => {
      server = await openKeyed([item], locale);
      press('h');
      await screen.findByText(item.hints[0]?.[locale] ?? '');
      const page = () => document.documentElement.outerHTML;
      for (const sent of server.sent) expect(sent).not.toContain(canary);
      expect(page()).not.toContain(canary);
      for (const secret of ['731', 'selector', '8080'])
        expect([secret, page().includes(secret)]).toEqual([secret, false]);
      answersByKeys[item.kind]?.(server.rightAnswer(id));
      click(button(quizWords[locale].answer));
      await findResult();
      expect(page()).toContain(canary);
    },
  );

  it.each(all.map((item) => [item.id, item] as const))('%s says what is missing', async (_, item) => {
    server = await openKeyed([item], locale);
    click(button(quizWords[locale].answer));
    screen.getByText(quizWords[locale].kinds.missing[item.kind as 'match']);
    expect(server.requests).toEqual([]);
  });

  it.each(all.map((item) => [item.id, item] as const))(
    '%s waits offline and is sent once',
    async (id, item) => {
      server = await openKeyed([item], locale);
      server.down = true;
      const right = server.rightAnswer(id);
      answersByKeys[item.kind]?.(right);
      click(button(quizWords[locale].answer));
      await screen.findByText(quizWords[locale].notices.waits);
      cleanup();
      server.down = false;
      await openQuiz(server, locale);
      expect((await findResult()).textContent).toBe(quizWords[locale].verdicts.right);
      comeOnline();
      expect(server.requests.map(({ response }) => response)).toEqual([right]);
    },
  );
});

describe('an answer of another day', () => {
  it.each(all.map((item) => [item.id, item] as const))(
    'of %s shows what is right there, and why',
    async (id, item) => {
      server = await openKeyed([item]);
      answersByKeys[item.kind]?.(server.rightAnswer(id));
      click(button('Answer'));
      await findResult();
      cleanup();
      await openQuiz(server);
      click(button('Item 1: right at the first try'));
      expect((await findResult()).textContent).toBe('You have answered this item: right at the first try');
      expect(screen.getAllByText(new RegExp(canary)).length).toBeGreaterThan(1);
      expect(signsIn(document.body).every((sign) => sign === 'right')).toBe(true);
      expect(document.body.textContent).not.toContain('nothing chosen');
      expect(document.body.textContent).not.toContain('left empty');
    },
  );

  it('that waited over a reload is shown as it was written', async () => {
    server = await openKeyed([seconds]);
    server.down = true;
    press('3');
    write('30');
    press('Enter');
    await screen.findByText(quizWords.en.notices.waits);
    cleanup();
    server.down = false;
    await openQuiz(server);
    expect((await findResult()).textContent).toBe('Not right yet');
    expect(within(rowOf('731 s')).getByText('30').tagName).toBe('CODE');
  });
});
