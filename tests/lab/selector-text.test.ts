import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { selects } from '@/lib/cluster/selector';
import {
  carriersOf,
  labelsOfLine,
  lineOfLabels,
  type ReadSelector,
  readSelector,
  relabelling,
  type SelectorForm,
} from '@/lib/lab/selector-text';

const read = (text: string, form: SelectorForm = 'selector'): ReadSelector => readSelector(parse(text), form);
const selectorIn = (text: string, form?: SelectorForm) => {
  const one = read(text, form);
  if ('fault' in one) throw new Error(one.fault.why);
  return one.selector;
};
const expression = (rest: string) => `matchExpressions:\n  - {${rest}}`;

describe('a written selector', () => {
  it.each([
    ['', 'map', 'empty'],
    ['{}', 'map', 'empty'],
    ['matchLabels: {}', 'selector', 'empty'],
    ['apache', 'map', 'notMap'],
    ['- app', 'map', 'notMap'],
    ['version: 1', 'map', 'notText'],
    ['matchLabels: {app: apache}', 'map', 'notText'],
    ['app: apache', 'selector', 'unknownField'],
    ['matchExpressions: {key: app}', 'selector', 'notList'],
    [expression('operator: Exists'), 'selector', 'noKey'],
    [expression('key: app, operator: in, values: [a]'), 'selector', 'operator'],
    [expression('key: app, operator: In'), 'selector', 'valuesNeeded'],
    [expression('key: app, operator: NotIn, values: []'), 'selector', 'valuesNeeded'],
    [expression('key: app, operator: Exists, values: [a]'), 'selector', 'valuesForbidden'],
    [expression('key: app, operator: In, values: [1]'), 'selector', 'notText'],
  ] as const)('%j as %s is none: %s', (text, form, why) => {
    expect(read(text, form)).toMatchObject({ fault: { why } });
  });

  it('of one condition in three forms selects the same labels', () => {
    const forms = [
      selectorIn('app: apache\nversion: v1', 'map'),
      selectorIn('matchLabels:\n  app: apache\n  version: v1'),
      selectorIn(
        'matchExpressions:\n  - {key: app, operator: In, values: [apache]}\n  - {key: version, operator: In, values: [v1]}',
      ),
    ];
    const labels: readonly Readonly<Record<string, string>>[] = [
      { app: 'apache', version: 'v1', env: 'x' },
      { app: 'apache' },
      { app: 'Apache', version: 'v1' },
      {},
    ];
    for (const form of forms)
      expect(labels.map((one) => selects(form, one))).toEqual([true, false, false, false]);
  });
});

describe('who can carry a condition', () => {
  it('is every object for pairs, however they are written', () => {
    const pairs = { app: 'apache', version: 'v1' };
    expect(carriersOf({ matchLabels: pairs })).toEqual({ isEquality: true, pairs });
    const written = selectorIn(
      `matchLabels: {app: apache}\n${expression('key: version, operator: In, values: [v1]')}`,
    );
    expect(carriersOf(written)).toEqual({ isEquality: true, pairs });
  });

  it.each([
    ['key: app, operator: In, values: [a, b]', 'In'],
    ['key: app, operator: NotIn, values: [a]', 'NotIn'],
    ['key: app, operator: Exists', 'Exists'],
    ['key: app, operator: DoesNotExist', 'DoesNotExist'],
  ])('is no map for {%s}', (rest, operator) => {
    expect(carriersOf(selectorIn(expression(rest)))).toEqual({
      isEquality: false,
      because: { operator, key: 'app' },
    });
  });

  it('is no map where one key would have two values', () => {
    expect(
      carriersOf(selectorIn(`matchLabels: {app: a}\n${expression('key: app, operator: In, values: [b]')}`)),
    ).toMatchObject({ isEquality: false, because: { key: 'app' } });
  });
});

describe('a line of labels', () => {
  it('is read and written, sorted by key', () => {
    expect(labelsOfLine(' version=v1, app=apache ')).toEqual({ version: 'v1', app: 'apache' });
    expect(labelsOfLine('')).toEqual({});
    expect(labelsOfLine('app')).toBeUndefined();
    expect(labelsOfLine('app=a b')).toBeUndefined();
    expect(lineOfLabels({ version: 'v1', app: 'apache' })).toBe('app=apache,version=v1');
  });

  it('becomes a patch that takes away what is not in it', () => {
    expect(relabelling({ app: 'a', env: 'x' }, { app: 'b' })).toEqual({ env: null, app: 'b' });
    expect(relabelling({ app: 'a' }, { app: 'a' })).toBeUndefined();
  });
});
