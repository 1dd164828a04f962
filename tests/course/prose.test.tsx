import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { proseElements } from '@/app/_ui/lesson/prose';

const { td: Cell, code: Code } = proseElements as Record<
  string,
  (props: { children: ReactNode }) => ReactNode
>;
if (!Cell || !Code) throw new Error('app/_ui/lesson/prose.tsx has no cell or no code');

const cell = (children: ReactNode) => renderToStaticMarkup(<Cell>{children}</Cell>);

test.each([
  ['matchExpressions', 'match<wbr/>Expressions'],
  ['web-1.web.default.svc', 'web-1.<wbr/>web.<wbr/>default.<wbr/>svc'],
  ['replicas', 'replicas'],
])('in a table the code `%s` may go on in the next line where its words meet', (code, shown) => {
  expect(cell(<Code>{code}</Code>)).toBe(`<td><code>${shown}</code></td>`);
});

test('a cell of other words, or of words and code, keeps its text', () => {
  expect(cell('no')).toBe('<td>no</td>');
  expect(cell(['each, unless ', <Code key="code">{'a: true'}</Code>]).replace(/<[^>]+>/g, '')).toBe(
    'each, unless a: true',
  );
});

test('no line of a sentence ends between the dashes of an option and its name', () => {
  expect(renderToStaticMarkup(<Code>{'kubectl scale rs/web --replicas=2'}</Code>)).toMatch(
    /^<code>kubectl scale rs\/web <span class="[^"]+">--replicas<\/span>=2<\/code>$/,
  );
});
