import { expect, test } from 'vitest';
import { becauseWords, commandWords } from '@/app/_ui/lab/command-words';
import { sentenceText } from '@/app/_ui/lab/sentence';
import { causeText } from '@/app/_ui/lab/why';
import { fill, labWords, seconds } from '@/app/_ui/lab/words';
import { controllers } from '@/lib/cluster/controllers';
import { locales } from '@/lib/text';
import { blocked, scenario } from './fixtures';

const { en, zh } = labWords;

/** All texts of a dictionary with their paths. */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('both languages say the same things with the same places to fill', () => {
  const other = new Map(texts(zh));
  for (const [path, text] of texts(en)) {
    expect(other.has(path), path).toBe(true);
    expect(new Set(places(other.get(path) ?? '')), path).toEqual(new Set(places(text)));
  }
  expect(other.size).toBe(texts(en).length);
});

test.each(locales)('whoever acts in a cluster has a name in words (%s)', (locale) => {
  const actors = ['you', 'kubelet', 'cluster', ...controllers.map(({ name }) => name)];
  expect(actors.filter((actor) => !labWords[locale].by[actor])).toEqual([]);
});

test.each(locales)('no exclamation marks, no empty texts (%s)', (locale) => {
  for (const [path, text] of texts(labWords[locale])) {
    expect(text.trim(), path).not.toBe('');
    expect(text, path).not.toMatch(/[!！]/);
  }
});

test('a sentence has at most fourteen words and ends with a full stop', () => {
  for (const template of [...Object.values(en.sentences), ...Object.values(en.withoutObject)]) {
    const said = fill(template ?? '', { subject: 'web-1', object: 'web-0', count: 2, of: 3 });
    expect(said.split(' ').length, said).toBeLessThanOrEqual(14);
    expect(said).toMatch(/\.$/);
  }
  for (const template of Object.values(zh.sentences)) expect(template).toMatch(/。$/);
});

test('the sentence and its cause tell the story of the picture', () => {
  expect(sentenceText(en, blocked.sentence)).toBe('web-1 waits for web-0 to be Ready.');
  expect(sentenceText(zh, blocked.sentence)).toBe('web-1 在等 web-0 就绪。');
  expect(sentenceText(en, { key: 'waitsForReady', subject: 'web-1' })).toBe(
    'web-1 waits for a Pod to be Ready.',
  );
  expect(causeText(en, blocked.why)).toBe(
    'web-0 stopped being Ready at 28.2 s, because you failed the readiness probe of web-0.',
  );
  expect(causeText(en, [])).toBe('');
});

test('commands are said in the few words that fit a tick', () => {
  const said = [
    ...scenario.commands.map(({ command }) => command),
    ...blocked.score.commands.map(({ command }) => command),
  ];
  expect(said.map((command) => commandWords(en, command))).toEqual([
    'apply',
    'apply',
    'set image db:v2',
    'fail web-0',
  ]);
  expect(becauseWords(en, { verb: 'delete', kind: 'Pod', name: 'web-2' })).toBe('because you deleted web-2');
  expect(commandWords(zh, { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 5 })).toBe('副本数 5');
});

test.each([en, zh])(
  'the first word of a command, all that a narrow score has room for, says what was done',
  (words) => {
    for (const text of Object.values(words.commands)) expect(text.split(' ')[0]).not.toMatch(/\{|^让$|到$/);
  },
);

test('a slow start is said with its seconds, in the sentence, at its tick and as a reason', () => {
  const slow = { verb: 'slowStart', kind: 'StatefulSet', name: 'web', ms: 10_500 } as const;
  const mended = { verb: 'mendStart', kind: 'Pod', name: 'web-0' } as const;
  const sentence = { key: 'startsSlowly', subject: 'web-0', subjectState: 'notReady', count: 10.5 } as const;
  expect(sentenceText(en, sentence)).toBe(
    'web-0 starts slowly: it takes 10.5 s longer to answer its probes.',
  );
  expect(sentenceText(zh, sentence)).toBe('web-0 启动缓慢：要多等 10.5 秒，它才会应答探针。');
  expect([slow, mended].map((one) => commandWords(en, one))).toEqual([
    'slow web: 10.5 s',
    'mend the starts of web-0',
  ]);
  expect([slow, mended].map((one) => becauseWords(zh, one))).toEqual([
    '因为你让 web 每次启动都慢 10.5 秒',
    '因为你让 web-0 恢复了正常启动',
  ]);
});

test('times have one decimal', () => {
  expect([0, 49, 50, 33_600, 60_000].map(seconds)).toEqual(['0.0', '0.0', '0.1', '33.6', '60.0']);
});
