// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Doors } from '@/app/_ui/account/doors';
import { accountWords } from '@/app/_ui/account/words';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

it.each([
  ['is forgotten where it was somebody else: it is not sent in the name of the account', 'leave', null],
  ['is kept where it was them', 'bring', '["pods"]'],
])('what waits in the browser of a class %s', async (_, choice, kept) => {
  vi.stubGlobal('fetch', async () => Response.json({ ok: true }));
  localStorage.setItem('podium-sections-waiting', '["pods"]');
  const onDone = vi.fn();
  const view = { kind: 'class', classes: [{ name: 'Kubernetes 101', nickname: 'Bo' }] } as const;
  render(<Doors locale="en" words={accountWords.en} view={view} onDone={onDone} />);
  const form = screen.getByRole('form', { name: 'Sign in' });
  const radio = form.querySelector<HTMLInputElement>(`input[value="${choice}"]`);
  fireEvent.click(radio as HTMLInputElement);
  fireEvent.change(within(form).getByLabelText('E-mail address'), { target: { value: 'ada@podium.test' } });
  fireEvent.change(within(form).getByLabelText('Password'), { target: { value: 'wet canoe, seven maples' } });
  fireEvent.submit(form);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(localStorage.getItem('podium-sections-waiting')).toBe(kept);
});
