// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it, test, vi } from 'vitest';
import { Debrief } from '@/app/_ui/lab/debrief';
import { debriefWords } from '@/app/_ui/lab/debrief-words';
import { hintWords } from '@/app/_ui/lab/hints-words';
import { LackLine } from '@/app/_ui/lab/lack';
import { lackWords } from '@/app/_ui/lab/lack-words';
import { useReach } from '@/app/_ui/lab/reach';
import { openInPage, type SessionClient } from '@/app/_ui/lab/session-client';
import labs from '@/content/statefulset-identity-and-order/lab';
import type { TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { debriefOf } from '@/lib/lab/debrief';
import type { Lack } from '@/lib/lab/lack';
import { statementOf } from '@/lib/lab/scenario';
import { type Locale, locales } from '@/lib/text';

const lab = labs.labs[0]!;
const statement = statementOf(lab);
const client = () => openInPage(createSession(statement));
const deletePod = (name: string) => ({ verb: 'delete', kind: 'Pod', name }) as const;

function show(
  commands: readonly TimedCommand[],
  untilMs: number,
  more: { shortest?: number; locale?: Locale } = {},
) {
  const { shortest, locale = 'en' } = more;
  const own = client();
  const debrief = debriefOf(statement, commands, untilMs);
  render(
    <>
      <Beside client={own} />
      <Debrief {...{ debrief, lab: statement, locale, client: own, shortest }} heading="h3" />
    </>,
  );
  return screen.getByRole('region', { name: debriefWords[locale].title });
}

const seek = vi.fn();
const noBox = { current: null };
const nothing = () => undefined;
const control = { seek, pause: nothing };
/** A figure of that session. */
function Beside({ client: own }: { readonly client: SessionClient }) {
  useReach(own, noBox, nothing, control);
  return null;
}

const solution = lab.solutions[0]!;
const rows = (region: HTMLElement) =>
  within(within(region).getByRole('list', { name: 'Your commands' }))
    .getAllByRole('listitem')
    .filter((row) => row.parentElement?.tagName === 'OL');

test('each command has a row with what it caused, the goals that it met, and the run without it', () => {
  const [image, deleted] = rows(show(solution.commands, solution.untilMs));
  expect(image?.textContent).toContain('set image db:v1');
  expect(image?.textContent).toContain('2 of 3 Pods of StatefulSet web have its newest template');
  expect(deleted?.textContent).toContain('web-2 deleted, 27.0 s');
  expect(deleted?.textContent).toContain('web-2 Ready, 32.7 s');
  expect(deleted?.textContent).toContain('web-0, web-1 and web-2 are ReadyHolds from 32.7 s on');
  expect(deleted?.textContent).toContain('Without it:web-2 is not Ready');
});

test('a moment is a link that goes there in the figure beside', () => {
  const [, deleted] = rows(show(solution.commands, solution.untilMs));
  fireEvent.click(within(deleted!).getByRole('button', { name: '27.0 s' }));
  expect(seek).toHaveBeenLastCalledWith(27_000);
  fireEvent.click(within(deleted!).getByRole('button', { name: 'Holds from 32.7 s on' }));
  expect(seek).toHaveBeenLastCalledWith(32_677);
});

test('over all stand the time, the fewest Ready Pods and the commands; the shortest solution only where it is told', () => {
  const region = show(solution.commands, solution.untilMs);
  const facts = () => [...region.querySelectorAll('dl > div')].map((row) => row.textContent);
  expect(facts()).toEqual([
    'From the opening until all goals hold8.7 s, from 24.0 s to 32.7 s',
    'Fewest Ready Pods2, from 24.0 s on',
    'Commands2',
  ]);
  expect(region.textContent).not.toContain('shortest');
});

test('with the server’s word the number of the shortest solution stands beside', () => {
  const region = show(solution.commands, solution.untilMs, { shortest: 2 });
  expect(region.textContent).toContain('2; the shortest known solution has 2');
});

test('a command that was not needed, one that was refused, and one that broke a goal say so', () => {
  const more = [
    { atMs: 24_500, command: deletePod('web-7') },
    ...solution.commands,
    { atMs: 34_000, command: deletePod('web-1') },
    { atMs: 34_500, command: deletePod('web-0') },
  ];
  const [refused, , , unneeded, broke] = rows(show(more, 70_000)).map((row) => row.textContent);
  expect(refused).toContain('Refused: pods "web-7" not found');
  expect(refused).toContain('Without it the goals would stand the same.');
  expect(refused).not.toContain('began with it');
  expect(unneeded).toContain('This goal would hold: At every moment at least two Pods are Ready');
  expect(broke).toContain('This goal would hold');
  expect(`${unneeded}${broke}`).toMatch(/At every moment at least two Pods are ReadyFailed at 3\d\.\d s/);
});

test('a run without a command says so and how many goals hold', () => {
  const region = show([], 30_000);
  expect(region.textContent).toContain('You gave no command.');
  expect(region.textContent).toContain('Goals that hold at 30.0 s1 of 3');
  expect(within(region).queryByRole('list')).toBeNull();
});

test('each goal’s line through the run is told', () => {
  const region = show(solution.commands, solution.untilMs);
  const lanes = within(region)
    .getAllByRole('img')
    .map((lane) => lane.getAttribute('aria-label'));
  expect(lanes[0]).toBe('web-0, web-1 and web-2 are Ready: in progress 24.0 s, holds 32.7 s');
  expect(lanes).toHaveLength(statement.goals.length);
});

test('in Chinese the same is said', () => {
  const region = show(solution.commands, solution.untilMs, { locale: 'zh', shortest: 2 });
  expect(region.textContent).toContain('2 条；已知最短的解法是 2 条');
  expect(region.textContent).toContain('web-0、web-1、web-2 都已就绪从 32.7 秒起成立');
});

describe('what is missing, in words', () => {
  const key = 'Pod/default/web-2';
  const image = { about: 'value', path: 'spec.template.spec.containers.0.image', is: 'db:broken' } as const;
  const said = (lack: Lack, locale: Locale) => {
    const { container, unmount } = render(<LackLine lack={lack} locale={locale} client={undefined} />);
    const { textContent } = container;
    unmount();
    return textContent;
  };
  it.each<[Lack, string, string]>([
    [{ about: 'object', key, wanted: true }, 'web-2 is not there', 'web-2 不存在'],
    [{ about: 'object', key: 'Job/default/x', wanted: false }, 'Job x is still there', 'Job x 还在'],
    [
      { about: 'ready', key, wanted: true, is: { state: 'notReady', ready: '0/1', status: 'Running' } },
      'web-2 is not Ready: it runs, and 0/1 of its containers are ready',
      'web-2 未就绪：在运行，容器就绪 0/1',
    ],
    [
      {
        about: 'ready',
        key,
        wanted: true,
        is: { state: 'imageError', ready: '0/1', status: 'ErrImagePull' },
      },
      'web-2 is not Ready: a container of it can’t start, ErrImagePull',
      'web-2 未就绪：有容器无法启动，ErrImagePull',
    ],
    [
      { ...image, key: 'StatefulSet/default/web', isThere: true, wanted: ['db:v1', 'db:v2'] },
      'The image in the template of StatefulSet web is db:broken; wanted: db:v1 or db:v2',
      'StatefulSet web 模板里的镜像是 db:broken，应为 db:v1 或 db:v2',
    ],
    [
      {
        about: 'value',
        key: 'StatefulSet/default/web',
        path: 'status.updatedReplicas',
        isThere: true,
        wanted: [3],
      },
      'Pods of StatefulSet web with its newest template: 0; wanted: 3',
      'StatefulSet web 用上最新模板的 Pod 数是 0，应为 3',
    ],
    [
      { about: 'value', key: 'Deployment/default/shop', path: 'spec.paused', isThere: true, wanted: [true] },
      'spec.paused of Deployment shop is not set; wanted: true',
      'Deployment shop 的 spec.paused 是 未设置，应为 true',
    ],
    [
      { about: 'value', key, path: 'spec.containers.0.image', isThere: false, wanted: ['db:v1'] },
      'web-2 is not there',
      'web-2 不存在',
    ],
    [
      { about: 'terminating', key, wanted: false },
      'web-2 is being deleted and should not be',
      'web-2 正在删除，但不应该删除',
    ],
    [
      { about: 'otherValue', key: 'StatefulSet/default/web', path: 'spec.replicas', is: 0 },
      'spec.replicas of StatefulSet web is 0 and should not be',
      'StatefulSet web 的 spec.replicas 是 0，但不应该是它',
    ],
  ])('%j', (lack, en, zh) => {
    expect([said(lack, 'en'), said(lack, 'zh')]).toEqual([en, zh]);
  });
});

describe('the words', () => {
  const texts = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
  const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const areas = { lack: lackWords, hint: hintWords, debrief: debriefWords };

  it.each(Object.entries(areas))('of %s fill the same places in both languages', (_, words) => {
    const other = new Map(texts(words.zh));
    expect(other.size).toBe(texts(words.en).length);
    for (const [path, text] of texts(words.en))
      expect(places(other.get(path) ?? ''), path).toEqual(places(text));
  });

  it.each(locales)('praise nobody (%s)', (locale) => {
    for (const words of Object.values(areas))
      for (const [path, text] of texts(words[locale])) {
        expect(text, path).not.toMatch(/[!！]|well done|great|good job|恭喜|太棒|真棒/i);
        expect(text.trim(), path).not.toBe('');
      }
  });
});
