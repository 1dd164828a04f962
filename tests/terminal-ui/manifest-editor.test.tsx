// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ManifestEditor, type ManifestEditorProps } from '@/app/_ui/manifest/manifest-editor';
import { manifestWords } from '@/app/_ui/manifest/words';
import { YamlText } from '@/app/_ui/manifest/yaml-text';

const loads = vi.hoisted(() => ({
  editor: true,
  set: [] as string[],
  shown: [] as unknown[],
  go: [] as number[],
}));
vi.mock('@/app/_ui/manifest/code-editor', () => ({
  openCodeEditor: (
    _: HTMLElement,
    options: { onText: (text: string) => void; onApply: (text: string) => void },
  ) => {
    if (!loads.editor) throw new Error('not to be had');
    opened = options;
    return {
      setText: (text: string) => loads.set.push(text),
      show: (refusals: unknown) => loads.shown.push(refusals),
      go: (by: number) => loads.go.push(by),
      focus: () => {},
      close: () => {},
    };
  },
}));
let opened: { onText: (text: string) => void; onApply: (text: string) => void } | undefined;

const words = manifestWords.en;
const refusals = [
  { line: 4, text: 'spec.replicas: Invalid value: -1: must be greater than or equal to 0' },
  { line: 9, text: 'spec.selector: Required value' },
];

function show(more: Partial<ManifestEditorProps> = {}, editor = false) {
  Object.assign(loads, { editor, set: [], shown: [], go: [] });
  opened = undefined;
  const onApply = vi.fn(async () => undefined);
  const props: ManifestEditorProps = { text: 'kind: Pod\n', refusals: [], onApply, words, ...more };
  const { rerender } = render(<ManifestEditor {...props} />);
  return {
    onApply,
    again: (changed: Partial<ManifestEditorProps>) => rerender(<ManifestEditor {...props} {...changed} />),
  };
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('a plain field holds the text until the editor is there, and where it cannot be had', async () => {
  const { onApply } = show();
  await act(async () => {});
  fireEvent.change(field(), { target: { value: 'kind: Job' } });
  await click('Apply');
  expect(onApply).toHaveBeenCalledWith('kind: Job');
});

test('Ctrl Enter applies, Escape leaves, Tab is the browser’s', async () => {
  const onLeave = vi.fn();
  const { onApply } = show({ onLeave });
  await act(async () => void fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true }));
  expect(onApply).toHaveBeenCalledOnce();
  expect(fireEvent.keyDown(field(), { key: 'Tab' })).toBe(true);
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(onLeave).toHaveBeenCalledOnce();
});

test('what is refused is said in the API server’s words with its line, and describes the field', async () => {
  show({ refusals });
  await act(async () => {});
  expect(screen.getByRole('alert').textContent).toContain('The API server refused 2 things');
  expect(screen.getByText('Line 9: spec.selector: Required value')).toBeTruthy();
  const description = document.getElementById(field().getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toContain('Line 4: spec.replicas: Invalid value: -1');
});

test('“Applied” is said when nothing was refused, until the text is another', async () => {
  const { again } = show();
  await click('Apply');
  expect(screen.getByText('Applied')).toBeTruthy();
  again({ refusals });
  expect(screen.queryByText('Applied')).toBeNull();
  again({ refusals: [] });
  fireEvent.change(field(), { target: { value: 'kind: Job' } });
  expect(screen.queryByText('Applied')).toBeNull();
});

test('a model that does not answer leaves the text', async () => {
  show({ onApply: async () => Promise.reject(new Error('no worker')) });
  await click('Apply');
  expect(screen.getByText(words.failed)).toBeTruthy();
  expect(field().value).toBe('kind: Pod\n');
});

test('an example comes after what is there, as a document of its own', async () => {
  show();
  await click('Insert an example');
  await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'CronJob' })));
  expect(field().value).toMatch(/^kind: Pod\n---\napiVersion: batch\/v1\nkind: CronJob/);
});

test('a file that is opened takes the place of the text', async () => {
  const { again } = show();
  fireEvent.change(field(), { target: { value: 'kind: Job' } });
  again({ text: 'kind: Service\n', name: 'web.yaml' });
  expect(field().value).toBe('kind: Service\n');
  expect(screen.getByRole('region', { name: 'YAML editor, web.yaml' })).toBeTruthy();
});

test('what is written in the editor is never set back into it; a file or an example is', async () => {
  const { onApply, again } = show({}, true);
  await waitFor(() => expect(opened).toBeDefined());
  loads.set.length = 0;
  await act(async () => {
    opened?.onText('kind: J');
    opened?.onText('kind: Jo');
  });
  expect(loads.set).toEqual([]);
  opened?.onApply('kind: Job');
  expect(onApply).toHaveBeenCalledWith('kind: Job');
  await act(async () => again({ text: 'kind: Service\n' }));
  expect(loads.set).toEqual(['kind: Service\n']);
});

test('the editor is shown what was refused, and is sent to the next refusal and the one before', async () => {
  show({ refusals }, true);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Next refusal' })).not.toBeNull());
  await click('Next refusal');
  await click('Refusal before');
  expect(loads.go).toEqual([1, -1]);
});

test('YAML to read folds what the server keeps, and is handed to the editor without it', () => {
  const onEdit = vi.fn();
  const yaml = 'kind: Pod\nmetadata:\n  name: web-0\n  uid: abc\nstatus:\n  phase: Running\n';
  render(<YamlText yaml={yaml} name="web-0" onEdit={onEdit} words={words} />);
  const text = screen.getByRole('region', { name: 'YAML of web-0' });
  expect(text.textContent).toContain('1 line folded');
  expect(text.textContent).not.toContain('abc');
  fireEvent.click(screen.getByRole('button', { name: 'Show what the server keeps' }));
  expect(text.textContent).toBe(yaml);
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  expect(onEdit).toHaveBeenCalledWith('kind: Pod\nmetadata:\n  name: web-0\n');
});
