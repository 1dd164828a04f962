// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountWords } from '@/app/_ui/account/words';
import { words } from '@/app/_ui/words';
import type { AccountView } from '@/lib/account/public';

const PASSWORD = 'wet canoe, seven maples';
const ada: AccountView = {
  kind: 'account',
  name: 'Ada',
  email: 'ada@podium.test',
  otherSessions: 2,
  classes: [{ name: 'Kubernetes 101', nickname: 'Ada' }],
};

/** The server as the page knows it: who sits here, and what a request is answered. */
class FakeServer {
  view: AccountView = { kind: 'nobody' };
  /** The first two are of the lesson `pods`, the others of `sets`. */
  due = 0;
  reviewsAsked = 0;
  readonly sent: { address: string; body: unknown }[] = [];
  answer: (address: string) => Response = () => Response.json({ ok: true });

  fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (address === '/api/account') return Response.json(this.view);
    if (address.startsWith('/api/progress')) return Response.json({ lessons: {} });
    if (address.startsWith('/api/review')) {
      this.reviewsAsked += 1;
      const due = Array.from({ length: this.due }, (_, at) => ({
        lesson: { slug: at < 2 ? 'pods' : 'sets' },
      }));
      return Response.json({ due, later: [] });
    }
    this.sent.push({ address, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) });
    return this.answer(address);
  };
}

const refused = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

let server: FakeServer;

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  server = new FakeServer();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openPage(search = ''): Promise<void> {
  window.history.replaceState(null, '', `/en/sign-in${search}`);
  const { Account } = await import('@/app/_ui/account/account');
  render(<Account locale="en" words={accountWords.en} />);
}

const form = (name: string) => within(screen.getByRole('form', { name }));
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function fillSignIn(): void {
  type(form('Sign in').getByLabelText('E-mail address'), 'ada@podium.test');
  type(form('Sign in').getByLabelText('Password'), PASSWORD);
}

const submit = (name: string) => fireEvent.submit(screen.getByRole('form', { name }));

describe('the page of sign-in', () => {
  it('has two forms that password managers know', async () => {
    await openPage();
    const kinds = (name: string) =>
      [...screen.getByRole('form', { name }).querySelectorAll('input')].map((input) => [
        input.type,
        input.getAttribute('autocomplete'),
      ]);
    expect(kinds('Sign in')).toEqual([
      ['email', 'username'],
      ['password', 'current-password'],
    ]);
    expect(kinds('Make an account')).toEqual([
      ['text', 'name'],
      ['email', 'username'],
      ['password', 'new-password'],
    ]);
    expect(form('Make an account').getByText(/Write the password down/)).toBeDefined();
  });

  it('shows a password to who wants to see it, and says of which it is', async () => {
    await openPage();
    const field = form('Sign in').getByLabelText<HTMLInputElement>('Password');
    fireEvent.click(form('Sign in').getByRole('button', { name: 'Show: Password' }));
    expect(field.type).toBe('text');
    fireEvent.click(form('Sign in').getByRole('button', { name: 'Hide: Password' }));
    expect(field.type).toBe('password');
  });

  it('shows who is signed in after it, and tells the rest of the page', async () => {
    await openPage();
    const heard = vi.fn();
    window.addEventListener('podium:account', heard, { once: true });
    fillSignIn();
    server.view = ada;
    submit('Sign in');
    const heading = await screen.findByRole('heading', { name: 'Signed in as Ada' });
    expect(document.activeElement).toBe(heading);
    expect(heard).toHaveBeenCalledOnce();
    expect(server.sent).toEqual([
      {
        address: '/api/auth/sign-in/email?locale=en',
        body: { email: 'ada@podium.test', password: PASSWORD, bringClass: false },
      },
    ]);
  });

  it('says a refusal in place, leads to its field, and keeps what was typed', async () => {
    await openPage();
    server.answer = () => refused(422, 'password-too-common', 'Choose another one.');
    type(form('Make an account').getByLabelText('Name'), 'Ada');
    type(form('Make an account').getByLabelText('E-mail address'), 'ada@podium.test');
    const field = form('Make an account').getByLabelText<HTMLInputElement>('New password');
    type(field, 'password12');
    submit('Make an account');
    const said = await screen.findByText('Choose another one.');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toContain(said.id);
    expect(field.value).toBe('password12');
  });

  it('says so when the server does not answer, and can be sent again', async () => {
    await openPage();
    server.answer = () => {
      throw new TypeError('failed to fetch');
    };
    fillSignIn();
    submit('Sign in');
    expect(await screen.findByText(/The server did not answer/)).toBeDefined();
    server.answer = () => Response.json({ ok: true });
    server.view = ada;
    submit('Sign in');
    expect(await screen.findByText('Signed in as Ada')).toBeDefined();
  });

  it('pressed twice is sent once', async () => {
    await openPage();
    fillSignIn();
    submit('Sign in');
    submit('Sign in');
    await waitFor(() => expect(server.sent.length).toBe(1));
  });

  it('goes back to the page that sent the reader, and to no other site', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
    await openPage('?next=/en/teach');
    fillSignIn();
    submit('Sign in');
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/en/teach'));
    cleanup();
    assign.mockClear();
    await openPage('?next=//evil.test');
    fillSignIn();
    server.view = ada;
    submit('Sign in');
    await screen.findByText('Signed in as Ada');
    expect(assign).not.toHaveBeenCalled();
  });

  it.each([
    [/^That is me: bring it along/, true],
    [/^That is somebody else/, false],
  ])('asks somebody in a class whose it is: %s', async (choice, bringClass) => {
    server.view = { kind: 'class', classes: [{ name: 'Kubernetes 101', nickname: 'Bo' }] };
    await openPage();
    await screen.findAllByText('This browser is in the class Kubernetes 101 as Bo. Is that you?');
    const radios = form('Sign in').getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ required, checked }) => [required, checked])).toEqual([
      [true, false],
      [true, false],
    ]);
    fillSignIn();
    fireEvent.click(form('Sign in').getByLabelText(choice));
    submit('Sign in');
    await waitFor(() => expect(server.sent[0]?.body).toMatchObject({ bringClass }));
  });

  it('tells somebody anonymous that what was done comes along', async () => {
    server.view = { kind: 'anonymous' };
    await openPage();
    expect((await screen.findAllByText(/comes along into the account/)).length).toBe(2);
  });
});

describe('who is signed in', () => {
  const openSignedIn = async () => {
    server.view = ada;
    await openPage();
    await screen.findByText('Signed in as Ada');
  };

  it('sees the classes, and signs the other browsers out', async () => {
    await openSignedIn();
    expect(screen.getByText('You are in the class Kubernetes 101 as Ada.')).toBeDefined();
    expect(screen.getByText('2 other browsers are signed in.')).toBeDefined();
    server.answer = () => {
      server.view = { ...ada, otherSessions: 0 };
      return Response.json(server.view);
    };
    press('Sign the others out');
    expect(await screen.findByText('No other browser is signed in.')).toBeDefined();
  });

  it('changes the password; the fields are empty afterwards', async () => {
    await openSignedIn();
    const [current, next] = ['Current password', 'New password'].map((label) =>
      screen.getByLabelText<HTMLInputElement>(label),
    );
    type(current as HTMLElement, PASSWORD);
    type(next as HTMLElement, 'another canoe, eight maples');
    submit('Change the password');
    expect(await screen.findByText(/The password is changed/)).toBeDefined();
    expect([current?.value, next?.value]).toEqual(['', '']);
    expect(server.sent[0]?.body).toEqual({
      currentPassword: PASSWORD,
      newPassword: 'another canoe, eight maples',
    });
  });

  it('signs out, and nothing of them stays in the browser but its light or dark', async () => {
    await openSignedIn();
    localStorage.setItem('podium-theme', 'dark');
    localStorage.setItem('podium-sections-waiting', '["a/b"]');
    localStorage.setItem('other', 'x');
    server.view = { kind: 'nobody' };
    press('Sign out');
    await screen.findByRole('form', { name: 'Sign in' });
    expect(Object.keys(localStorage).sort()).toEqual(['other', 'podium-theme']);
  });

  it('is told first of answers that were not sent yet', async () => {
    await openSignedIn();
    const request = { item: 'one', submission: 'x', response: [0] };
    localStorage.setItem('podium.answer.pods.one', JSON.stringify({ request, item: { options: [] } }));
    press('Sign out');
    expect(await screen.findByText('One answer was not sent yet. Signing out drops it.')).toBeDefined();
    expect(server.sent).toEqual([]);
    server.view = { kind: 'nobody' };
    press('Sign out all the same');
    await screen.findByRole('form', { name: 'Sign in' });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('stays so when signing out does not arrive', async () => {
    await openSignedIn();
    localStorage.setItem('podium-sections-waiting', '["a/b"]');
    server.answer = () => refused(503, 'storage-unavailable', 'Try again in a moment.');
    press('Sign out');
    expect(await screen.findByText('Try again in a moment.')).toBeDefined();
    expect(localStorage.getItem('podium-sections-waiting')).not.toBeNull();
  });
});

describe('the header', () => {
  async function openHeader(): Promise<void> {
    const { Header } = await import('@/app/_ui/kit/header');
    await act(async () => void render(<Header locale="en" path="/" />));
  }
  const links = (name: RegExp) =>
    screen.getAllByRole('link', { name }).map((link) => link.getAttribute('href'));

  it('leads to review and to sign-in, without a number and without a name, before the server has answered', async () => {
    await openHeader();
    expect(links(/^Review$/)).toEqual(['/en/review', '/en/review']);
    expect(links(/^Sign in$/)).toEqual(['/en/sign-in', '/en/sign-in']);
  });

  it('says how much is due and who is signed in', async () => {
    [server.view, server.due] = [ada, 12];
    await openHeader();
    expect((await screen.findAllByText('12 due today')).length).toBe(2);
    expect(links(/^Ada$/)).toEqual(['/en/sign-in', '/en/sign-in']);
  });

  it.each([
    ['nothing is due', { kind: 'anonymous' } as AccountView, 0],
    ['nobody is there', { kind: 'nobody' } as AccountView, 7],
  ])('has no number when %s', async (_, view, due) => {
    [server.view, server.due] = [view, due];
    const asked = vi.spyOn(server, 'fetch');
    vi.stubGlobal('fetch', asked);
    await openHeader();
    await waitFor(() => expect(asked).toHaveBeenCalledWith('/api/account', expect.anything()));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByText(/due today/)).toBeNull();
  });

  it('is as it was when the server does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
    await openHeader();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(links(/^Sign in$/).length).toBe(2);
  });
});

describe('the words', () => {
  it('have the same lines in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
        : [...String(value).matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    expect(shape(accountWords.zh)).toEqual(shape(accountWords.en));
    expect(shape(words.zh.header)).toEqual(shape(words.en.header));
  });
});

describe('the map of the course', () => {
  const mapWords = {
    lane: '',
    goOn: 'Go on',
    start: 'Start',
    again: 'Read again',
    here: 'You are here',
    due: '{n} due',
  };
  async function openRows(): Promise<void> {
    const { LessonLane } = await import('@/app/_ui/lesson/lesson-lane');
    const { Header } = await import('@/app/_ui/kit/header');
    const lessons = ['pods', 'sets', 'jobs'].map((slug, at) => ({
      slug,
      number: at + 1,
      needs: [],
      steps: { slug, sections: ['text'], items: [], labs: [] },
    }));
    const row = (slug: string) => (
      <LessonLane
        key={slug}
        {...{ slug, lessons, words: mapWords }}
        href={`/en/learn/${slug}`}
        label={slug}
        review="/en/review"
      />
    );
    await act(
      async () =>
        void render(
          <>
            <Header locale="en" path="/" />
            {['pods', 'sets', 'jobs'].map(row)}
          </>,
        ),
    );
  }

  it('says at each lesson how many of its concepts are due; the header and the map ask once', async () => {
    [server.view, server.due] = [ada, 5];
    await openRows();
    const due = await screen.findAllByRole('link', { name: / due: / });
    expect(due.map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')])).toEqual([
      ['2 due: pods', '/en/review'],
      ['3 due: sets', '/en/review'],
    ]);
    expect(screen.getByRole('link', { name: 'Start: jobs' })).toBeDefined();
    expect(server.reviewsAsked).toBe(1);
  });

  it('has no number where nothing is due, or nobody is there', async () => {
    server.due = 5;
    await openRows();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(screen.queryByText(/ due$/)).toBeNull();
    expect(screen.getAllByRole('link', { name: /^Start: / })).toHaveLength(3);
  });
});
