// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Terminal, type TerminalProps } from '@/app/_ui/terminal/terminal';
import { terminalWords } from '@/app/_ui/terminal/words';
import type { Typed } from '@/lib/lab/view';

const words = terminalWords.en;
const typed = (id: number, line: string, more: Partial<Typed> = {}): Typed => ({
  id,
  line,
  future: 'A',
  atMs: 0,
  printed: [{ atMs: 0, stream: 'stdout', text: `output of ${line}` }],
  exit: 0,
  untilMs: 0,
  ...more,
});
const waiting = typed(9, 'kubectl get pods -w', { exit: undefined, untilMs: 60_000 });

function show(more: Partial<TerminalProps> = {}) {
  const onType = vi.fn(async (line: string) => typed(100, line));
  const props: TerminalProps = {
    typed: [],
    nowMs: 10_000,
    futures: [{ name: 'A', isHere: true }],
    onType,
    words,
    ...more,
  };
  const { rerender } = render(<Terminal {...props} />);
  return {
    onType,
    again: (changed: Partial<TerminalProps>) => rerender(<Terminal {...props} {...changed} />),
  };
}
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'kubectl prompt' });
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });
const press = async (key: string, more: object = {}) => {
  await act(async () => {
    fireEvent.keyDown(field(), { key, ...more });
  });
};
const lines = (onType: ReturnType<typeof vi.fn>) => onType.mock.calls.map(([line]) => line);

test('Enter hands a line on and empties the prompt; an empty line is nothing', async () => {
  const { onType } = show();
  write('  kubectl get pods ');
  await press('Enter');
  expect(field().value).toBe('');
  await press('Enter');
  expect(lines(onType)).toEqual(['kubectl get pods']);
});

test('a key that composes a character is left to the input method', async () => {
  const { onType } = show();
  write('kubectl 日');
  await press('Enter', { isComposing: true });
  expect(onType).not.toHaveBeenCalled();
});

test('the log has each line with its output, columns untouched', () => {
  const text = 'NAME    READY\nweb-0   1/1';
  show({ typed: [typed(1, 'kubectl get pods', { printed: [{ atMs: 0, stream: 'stdout', text }] })] });
  const log = screen.getByRole('log');
  expect(log.querySelector('pre')?.textContent).toBe(text);
  expect(log.textContent).toContain('$ kubectl get pods');
});

test('an output is a stop of the keyboard, named after its line, as long as it is wider than its box', () => {
  const width = vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(900);
  show({ typed: [typed(1, 'kubectl get pods')] });
  expect(screen.getByRole('group', { name: 'Output of kubectl get pods' }).tabIndex).toBe(0);
  cleanup();
  width.mockReturnValue(0);
  show({ typed: [typed(1, 'kubectl get pods')] });
  expect(screen.getByRole('log').querySelector('pre')?.hasAttribute('tabindex')).toBe(false);
  width.mockRestore();
});

test('cells that tell of trouble are bold, a sentence with the same word is not, and the text stays as it was', () => {
  const text =
    'NAME    READY   STATUS             RESTARTS\nweb-2   0/1     ImagePullBackOff   0\nError from server';
  show({ typed: [typed(1, 'kubectl get pods', { printed: [{ atMs: 0, stream: 'stdout', text }] })] });
  const pre = screen.getByRole('log').querySelector('pre');
  expect([...(pre?.querySelectorAll('b') ?? [])].map((cell) => cell.textContent)).toEqual([
    'ImagePullBackOff',
  ]);
  expect(pre?.textContent).toBe(text);
});

test('arrows go through the lines typed before, and back to what was being written', async () => {
  show({ typed: [typed(1, 'kubectl get pods'), typed(2, 'kubectl get nodes')] });
  await press('ArrowUp');
  expect(field().value).toBe('kubectl get nodes');
  await press('ArrowUp');
  expect(field().value).toBe('kubectl get pods');
  await press('ArrowDown');
  await press('ArrowDown');
  expect(field().value).toBe('');
});

test('Tab completes; of several words one is marked and taken with Enter, and the line does not run yet', async () => {
  const complete = vi.fn(async () => ({ from: 12, choices: ['nodes', 'pods'] }));
  const { onType } = show({ complete });
  write('kubectl get ');
  await press('Tab');
  expect(complete).toHaveBeenCalledWith('kubectl get ', 12);
  const options = within(screen.getByRole('listbox')).getAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['nodes', 'pods']);
  await press('ArrowDown');
  await press('ArrowDown');
  expect(field().getAttribute('aria-activedescendant')).toBe(options[1]?.id);
  await press('Enter');
  expect(field().value).toBe('kubectl get pods ');
  expect(onType).not.toHaveBeenCalled();
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('an answer of completion that comes after more was written is dropped', async () => {
  let answer: (found: { from: number; choices: string[] }) => void = () => {};
  const complete = () => new Promise<{ from: number; choices: string[] }>((resolve) => (answer = resolve));
  show({ complete });
  write('kubectl g');
  await press('Tab');
  write('kubectl d');
  await act(async () => answer({ from: 8, choices: ['get'] }));
  expect(field().value).toBe('kubectl d');
});

test('several pasted lines run one after the other', async () => {
  const ends: (() => void)[] = [];
  const onType = vi.fn(
    (line: string) => new Promise<Typed>((resolve) => ends.push(() => resolve(typed(1, line)))),
  );
  show({ onType });
  await act(async () => {
    fireEvent.paste(field(), {
      clipboardData: { getData: () => 'kubectl get pods\nkubectl get nodes\nkubectl' },
    });
  });
  expect(lines(onType)).toEqual(['kubectl get pods']);
  expect(field().value).toBe('kubectl');
  await act(async () => ends[0]?.());
  expect(lines(onType)).toEqual(['kubectl get pods', 'kubectl get nodes']);
});

test('a line typed while another one waits runs when that has ended', async () => {
  const { onType, again } = show({ typed: [waiting] });
  write('kubectl get nodes');
  await press('Enter');
  expect(onType).not.toHaveBeenCalled();
  expect(screen.getByText('kubectl get nodes')).toBeTruthy();
  await act(async () => again({ typed: [{ ...waiting, exit: 0, untilMs: 9_000 }] }));
  expect(lines(onType)).toEqual(['kubectl get nodes']);
});

test('Ctrl-C interrupts a line that waits, lines typed ahead are dropped', async () => {
  const onInterrupt = vi.fn();
  const { onType, again } = show({ typed: [waiting], onInterrupt });
  write('kubectl get nodes');
  await press('Enter');
  await press('c', { ctrlKey: true });
  expect(onInterrupt).toHaveBeenCalledWith(9);
  await act(async () => again({ typed: [{ ...waiting, exit: 130, untilMs: 2_000 }], nowMs: 30_000 }));
  expect(screen.getByRole('log').textContent).toContain('^C');
  expect(onType).not.toHaveBeenCalled();
});

test('Ctrl-C without a line that waits drops what is being written', async () => {
  const onInterrupt = vi.fn();
  show({ onInterrupt, typed: [typed(1, 'kubectl get pods')] });
  write('kubectl del');
  await press('c', { ctrlKey: true });
  expect(field().value).toBe('');
  expect(onInterrupt).not.toHaveBeenCalled();
});

test('Ctrl-L clears what is shown; what comes later is shown', async () => {
  const { again } = show({ typed: [typed(1, 'first')] });
  await press('l', { ctrlKey: true });
  expect(screen.getByRole('log').textContent).toBe('');
  await act(async () => again({ typed: [typed(1, 'first'), typed(2, 'second')] }));
  expect(screen.getByRole('log').textContent).toBe('$ secondoutput of second');
});

test('Ctrl-R lists the lines of the lesson and one’s own, fitted to what is written', async () => {
  show({ typed: [typed(1, 'kubectl get pods')], lines: ['kubectl rollout undo sts/web'] });
  await press('r', { ctrlKey: true });
  const names = () => screen.getAllByRole('option').map((option) => option.textContent);
  expect(names()).toEqual(['kubectl rollout undo sts/web', 'kubectl get pods']);
  write('roll');
  expect(names()).toEqual(['kubectl rollout undo sts/web']);
  fireEvent.click(screen.getByRole('option'));
  expect(field().value).toBe('kubectl rollout undo sts/web');
});

test('help and clear are answered by the prompt itself; kubectl --help goes to the model', async () => {
  const { onType } = show();
  write('help');
  await press('Enter');
  expect(screen.getByRole('region', { name: 'What the prompt understands' })).toBeTruthy();
  write('kubectl --help');
  await press('Enter');
  expect(lines(onType)).toEqual(['kubectl --help']);
});

test('Escape goes to the figure around; with choices open it closes those first', async () => {
  const onLeave = vi.fn();
  show({ onLeave, lines: ['kubectl get pods'] });
  await press('r', { ctrlKey: true });
  await press('Escape');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onLeave).not.toHaveBeenCalled();
  await press('Escape');
  expect(onLeave).toHaveBeenCalledOnce();
});

test('keys of the prompt do not reach the figure', async () => {
  const onKeyDown = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the figure
    <div onKeyDown={onKeyDown}>
      <Terminal typed={[]} nowMs={0} futures={[]} onType={async (line) => typed(1, line)} words={words} />
    </div>,
  );
  for (const key of ['Escape', 'Enter', 'ArrowUp']) await press(key);
  expect(onKeyDown).not.toHaveBeenCalled();
});

test('a line that the model did not answer is kept in the prompt and said', async () => {
  show({ onType: async () => Promise.reject(new Error('no worker')) });
  write('kubectl get pods');
  await press('Enter');
  expect(field().value).toBe('kubectl get pods');
  expect(screen.getByRole('alert').textContent).toContain('did not answer');
});

test('files are listed, and each opens in the editor', () => {
  const onOpenFile = vi.fn();
  show({ files: ['web.yaml'], onOpenFile });
  fireEvent.click(screen.getByRole('button', { name: 'Open web.yaml in the editor' }));
  expect(onOpenFile).toHaveBeenCalledWith('web.yaml');
});

test('before anything was typed, the first line is offered', () => {
  show({ lines: ['kubectl get nodes'] });
  fireEvent.click(screen.getByRole('button', { name: /kubectl get nodes/ }));
  expect(field().value).toBe('kubectl get nodes');
});

test('a fork is a ruled line with its moment and its name', () => {
  show({
    typed: [typed(1, 'a')],
    nowMs: 50_000,
    futures: [
      { name: 'A', isHere: false },
      { name: 'B', isHere: true, from: 'A', forkedAtMs: 46_000 },
    ],
  });
  expect(screen.getByText('forked at 46.0 s: this is B')).toBeTruthy();
});

test('all that is shown is copied; where there is no clipboard nothing is said to be', async () => {
  const writeText = vi.fn(async () => undefined);
  show({ typed: [typed(1, 'kubectl get pods')] });
  const copy = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy all' })));
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  await copy();
  expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull();
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  await copy();
  expect(writeText).toHaveBeenCalledWith('$ kubectl get pods\noutput of kubectl get pods');
  expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy();
  vi.unstubAllGlobals();
});
