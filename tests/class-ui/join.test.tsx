// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Join } from '@/app/_ui/class/join';
import { classWords } from '@/app/_ui/class/words';
import { refusal, serve } from './site';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = '';
});

const words = classWords.en;
const nobody = { body: { mayMake: false, classes: [], places: [] } };
const open = () => render(<Join locale="en" words={words} />);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const aClass = {
  'GET /api/classes': nobody,
  'GET /api/join/K7QM-2XWR': { body: { name: 'Class 7b' } },
  'POST /api/join': {
    body: { classroom: 'x', className: 'Class 7b', nickname: 'Ann', words: 'canoe maple trout violin' },
  },
};

describe('joining a class', () => {
  it('by the address of a code: names the class, says what is seen and what not, then shows four words once', async () => {
    window.location.hash = '#K7QM-2XWR';
    const asked = serve(aClass);
    open();
    expect(await screen.findByRole('heading', { name: 'Join “Class 7b”' })).toBeDefined();
    for (const line of [...words.join.sees, ...words.join.seesNot])
      expect(screen.getByText(line)).toBeDefined();
    type('Your nickname', 'Ann');
    press('Join the class');
    expect(await screen.findByRole('heading', { name: 'You are in “Class 7b” as Ann.' })).toBeDefined();
    expect(asked.find(({ route }) => route === 'POST /api/join')?.body).toEqual({
      ...{ code: 'K7QM-2XWR', nickname: 'Ann' },
    });
    const shown = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(shown).toEqual(['canoe', 'maple', 'trout', 'violin']);
    press('I have written them down');
    expect(document.body.textContent).not.toContain('canoe');
    expect(screen.getByRole('link', { name: 'Go to the course' })).toBeDefined();
  });

  it('by a code that leads nowhere: says so and keeps what was typed', async () => {
    serve({
      'GET /api/classes': nobody,
      'GET /api/join/none': refusal('unknown-code', 'This code leads to no class.'),
    });
    open();
    type('Code of the class', 'none');
    press('Find the class');
    expect(await screen.findByText('This code leads to no class.')).toBeDefined();
    expect((screen.getByLabelText('Code of the class') as HTMLInputElement).value).toBe('none');
  });

  it('under a nickname that is taken: says so and keeps it', async () => {
    window.location.hash = '#K7QM-2XWR';
    serve({ ...aClass, 'POST /api/join': refusal('nickname-taken', 'Somebody has this nickname.', 409) });
    open();
    await screen.findByRole('heading', { name: 'Join “Class 7b”' });
    type('Your nickname', 'Ann');
    press('Join the class');
    expect(await screen.findByText('Somebody has this nickname.')).toBeDefined();
    expect((screen.getByLabelText('Your nickname') as HTMLInputElement).value).toBe('Ann');
  });

  it('that one is in already: says so and has no words', async () => {
    window.location.hash = '#K7QM-2XWR';
    serve({
      ...aClass,
      'POST /api/join': { body: { classroom: 'x', className: 'Class 7b', nickname: 'Ann' } },
    });
    open();
    await screen.findByRole('heading', { name: 'Join “Class 7b”' });
    type('Your nickname', 'Bo');
    press('Join the class');
    expect(
      await screen.findByRole('heading', { name: 'You are in “Class 7b” already, as Ann.' }),
    ).toBeDefined();
    expect(screen.queryByText(words.join.wordsTitle)).toBeNull();
  });
});

describe('coming back', () => {
  const place = { classroom: 'x', className: 'Class 7b', nickname: 'Ann', joinedAtMs: 1 };
  const back = { body: { state: 'back', places: [place], wasOther: false } };
  const asks = { body: { state: 'asks', done: { answers: 3, sections: 1, labs: 0 } } };

  it.each([
    ['It was me: take it along', true],
    ['It was somebody else', false],
  ])('asks about what was done here, and sends the answer: %s', async (answer, takesAlong) => {
    const asked = serve({
      'GET /api/classes': nobody,
      'POST /api/join/recover': (body) =>
        (body as { takesAlong?: boolean }).takesAlong === undefined ? asks : back,
    });
    open();
    type('Your four words', 'canoe maple trout violin');
    press('Come back');
    expect(await screen.findByText(/Here: 3 answers, 1 section read\./)).toBeDefined();
    press(answer);
    expect(await screen.findByText(/You are in “Class 7b” as Ann/)).toBeDefined();
    const sent = asked.filter(({ route }) => route === 'POST /api/join/recover').map(({ body }) => body);
    expect(sent).toEqual([
      { words: 'canoe maple trout violin' },
      { words: 'canoe maple trout violin', takesAlong },
    ]);
  });

  it.each([
    ['forgets what the one before left in this browser: it is not sent in the name of another', true, null],
    ['keeps what is one\u2019s own', false, '["pods"]'],
  ])('%s', async (_, wasOther, kept) => {
    localStorage.setItem('podium-sections-waiting', '["pods"]');
    const body = { state: 'back', places: [place], wasOther };
    serve({ 'GET /api/classes': nobody, 'POST /api/join/recover': { body } });
    open();
    type('Your four words', 'canoe maple trout violin');
    press('Come back');
    await screen.findByText(/You are in “Class 7b” as Ann/);
    expect(localStorage.getItem('podium-sections-waiting')).toBe(kept);
  });

  it('tells the page that somebody else sits here now', async () => {
    const heard = vi.fn();
    window.addEventListener('podium:account', heard, { once: true });
    serve({ 'GET /api/classes': nobody, 'POST /api/join/recover': back });
    open();
    type('Your four words', 'canoe maple trout violin');
    press('Come back');
    await waitFor(() => expect(heard).toHaveBeenCalledOnce());
  });
});

describe('the classes that one is in', () => {
  it('each have a way out, which asks once', async () => {
    const place = { classroom: 'x', className: 'Class 7b', nickname: 'Ann', joinedAtMs: 1 };
    const asked = serve({
      'GET /api/classes': { body: { mayMake: false, classes: [], places: [place] } },
      'DELETE /api/classes/x/place': { body: { places: [] } },
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Leave Class 7b' }));
    expect(asked.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
    press('Leave the class');
    expect(await screen.findByText('You have left “Class 7b”.')).toBeDefined();
  });

  it('of who is in none are not spoken of', async () => {
    const asked = serve({ 'GET /api/classes': nobody });
    open();
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByText(words.join.mine)).toBeNull();
  });
});
