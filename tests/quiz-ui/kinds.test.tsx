// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quizWords } from '@/app/_ui/quiz/words';
import type { Item } from '@/lib/quiz/item';
import type { Locale } from '@/lib/text';
import { GradedQuizServer } from './graded-quiz-server';
import { canary, drain, fault, makers, phases, policies, seconds, service } from './keyed-items';
import { button, click, comeOnline, findResult, isFocused, openQuiz, press, question } from './open-quiz';

let server: GradedQuizServer;

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

async function open(item: Item, locale: Locale = 'en') {
  server = new GradedQuizServer([item]);
  await openQuiz(server, locale);
  question().focus();
}
const focused = () => document.activeElement as HTMLInputElement;
const set = (element: Element, value: string) => fireEvent.change(element, { target: { value } });
/** A text written where the focus is. */
const write = (text: string) => set(focused(), text);
const lastResponse = () => server.requests.at(-1)?.response;
const rowOf = (text: string) => screen.getByText(text).closest('li') as HTMLElement;
const signsIn = (row: HTMLElement) =>
  within(row)
    .getAllByRole('img')
    .map(({ textContent }) => textContent);

/** Gives the right answer without a pointer. */
const answersByKeys: Readonly<Record<string, (right: readonly (number | string)[]) => void>> = {
  match: (right) =>
    right.forEach((place, at) => {
      question().focus();
      press(String(at + 1));
      if (focused().type === 'radio') fireEvent.click(radiosIn(focused())[Number(place)] as HTMLElement);
      else write(String(place));
      press('Escape');
    }),
  numeric: (right) => {
    press('7');
    write(String(right[0]));
  },
  yaml: (right) => {
    press('1');
    write(String(right[0]));
    press('Enter');
    write(String(right[1]));
  },
  hotspot: (right) => {
    for (const place of right) press(String(Number(place) + 1));
  },
};
const radiosIn = (radio: HTMLElement) =>
  within(radio.closest('[role=radiogroup]') as HTMLElement).getAllByRole('radio');

const all = [phases, policies, seconds, service, fault, makers];

describe.each(['en', 'zh'] as const)('every kind, in %s,', (locale) => {
  it.each(all.map((item) => [item.id, item] as const))(
    '%s is answered without a pointer',
    async (id, item) => {
      await open(item, locale);
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
      await open(item, locale);
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
    await open(item, locale);
    click(button(quizWords[locale].answer));
    screen.getByText(quizWords[locale].kinds.missing[item.kind as 'match']);
    expect(server.requests).toEqual([]);
  });

  it.each(all.map((item) => [item.id, item] as const))(
    '%s waits offline and is sent once',
    async (id, item) => {
      await open(item, locale);
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

describe('a match item', () => {
  it('has a list for each row, named by it, and counts the rows that have a choice', async () => {
    await open(phases);
    const [first] = screen.getAllByRole('combobox');
    expect(screen.getAllByRole('combobox')).toHaveLength(2);
    expect(screen.getByRole('combobox', { name: 'web-0 exits with 0' })).toBeDefined();
    screen.getByText('0 of 2 rows have a choice');
    set(first as HTMLElement, '2');
    screen.getByText('1 of 2 rows have a choice');
  });

  it('shows few choices as lines of each row', async () => {
    await open(policies);
    const group = screen.getByRole('radiogroup', { name: 'it stays ended' });
    expect(within(group).getAllByRole('radio')).toHaveLength(2);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('says of each row whether it is right, what belongs there, and why', async () => {
    await open(phases);
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
    await open(phases);
    set(screen.getAllByRole('combobox')[0] as HTMLElement, String(server.rightAnswer('phases')[0]));
    click(button('Answer'));
    await findResult();
    expect(lastResponse()).toEqual([server.requests[0]?.response[0], -1]);
    screen.getByText('nothing chosen');
  });
});

describe('a numeric item', () => {
  const field = () => screen.getByRole('textbox', { name: 'Your number, in s' });

  it('has one field for decimals, named with its unit', async () => {
    await open(seconds);
    expect(field().getAttribute('inputmode')).toBe('decimal');
    expect(screen.getByText('s').getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    ['twelve', 'Write a number, such as 12 or 0.5.'],
    ['1,000', 'Write a number, such as 12 or 0.5.'],
    ['3 weeks', 'The unit is not known here. Write the number alone.'],
  ])('says of %j what is wrong with it, and the try stays open', async (text, message) => {
    await open(seconds);
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
    await open(seconds);
    set(field(), '30');
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Not right yet');
    expect(screen.getByText(/30 s is the default/)).toBeDefined();
    screen.getByText('731 s');
    screen.getByText('From 729 to 733 s is taken as right.');
    expect(signsIn(rowOf('731 s'))).toEqual(['wrong', 'right']);
  });

  it('is written in by letters and figures, and left by Esc', async () => {
    await open(seconds);
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
    await open(service);
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
    await open(service);
    press('2');
    expect(focused()).toBe(fields()[1]);
    write('80');
    press('Enter');
    expect(focused()).toBe(fields()[0]);
    expect(server.requests).toEqual([]);
    write('selector');
    press('Enter');
    await findResult();
    expect(lastResponse()).toEqual(['selector', '80']);
  });

  it('ticks and crosses each blank with what stood there, and says why', async () => {
    await open(service);
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
    await open(service);
    set(fields()[0] as HTMLElement, '{');
    click(button('Answer'));
    await screen.findByText(/^With these words the manifest is not valid YAML/);
    expect(fields()[0]?.value).toBe('{');
    expect(fields()[0]?.getAttribute('aria-invalid')).toBe('true');
    expect(button('Answer')).toBeDefined();
  });
});

describe('an answer of another day', () => {
  it.each(all.map((item) => [item.id, item] as const))(
    'of %s shows what is right there, and why',
    async (id, item) => {
      await open(item);
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
    await open(seconds);
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

describe('a hotspot', () => {
  const region = (name: RegExp) => screen.getByRole('button', { name });
  const pressed = () => screen.getAllByRole('button', { pressed: true });

  it('shows the whole text, and its regions as buttons with their lines', async () => {
    await open(fault);
    const list = screen.getByRole('list', { name: 'Which line keeps the Pod Pending?' });
    for (const line of fault.source?.split('\n') ?? []) expect(list.textContent).toContain(line);
    expect(within(list).getAllByRole('button')).toHaveLength(3);
    expect(region(/Lines 2 to 3: .*resources:.*requests:.*its requests/s)).toBeDefined();
    expect(region(/Line 4: .*cpu: 400.*the CPU asked for/s).getAttribute('aria-pressed')).toBe('false');
  });

  it('keeps one place where one is asked for, and lets it go', async () => {
    await open(fault);
    click(region(/Line 5/));
    click(region(/Line 4/));
    expect(pressed()).toEqual([region(/Line 4/)]);
    click(region(/Line 4/));
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
  });

  it('goes from region to region by arrow keys', async () => {
    await open(fault);
    region(/Lines 2/).focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(region(/Line 4/));
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(region(/Lines 2/));
  });

  it('shows the true place beside the chosen one, with their reasons', async () => {
    await open(fault);
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
    await open(makers);
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
    screen.getByText('Choose every place in the text.');
  });
});

describe('a lab item', () => {
  it('that is the last to come leads to the summary', async () => {
    await open(drain);
    click(button('See all items'));
    await waitFor(() => expect(question().textContent).toMatch(/^You have 0 of 1 items right/));
  });

  it('leads to its lab, says how it stands, and can be passed', async () => {
    server = new GradedQuizServer([drain, seconds]);
    await openQuiz(server, 'zh');
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
