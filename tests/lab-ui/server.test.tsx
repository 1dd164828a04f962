import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LabFigure } from '@/app/_ui/lab/lab-figure';
import { LabStill } from '@/app/_ui/lab/lab-still';
import { sentenceText } from '@/app/_ui/lab/sentence';
import { labWords } from '@/app/_ui/lab/words';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { locales } from '@/lib/text';
import { blocked, scenario } from './fixtures';

const text = (html: string) => html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]+>/g, '');

test.each(labs.scenarios.flatMap((one) => locales.map((locale) => [one.id, locale, one] as const)))(
  'the server draws %s (%s) at the moment at which it opens, each time the same',
  (_, locale, one) => {
    const draw = () =>
      renderToString(<LabFigure scenario={one} locale={locale} first={createSession(one).view()} />);
    const html = draw();
    expect(draw()).toBe(html);
    const { sentence } = createSession(one).view();
    expect(text(html)).toContain(sentenceText(labWords[locale], sentence));
    expect(html).not.toContain('undefined');
    expect(html).not.toMatch(/NaN|Infinity/);
  },
);

test('a still has the scene, the score and the outline as a list, and nothing to press', () => {
  const html = renderToString(<LabStill scenario={scenario} view={blocked} locale="en" number="7.2" />);
  expect(text(html)).toContain('web-1 waits for web-0 to be Ready.');
  expect(text(html)).toContain('web-0, Pod on node-1, Running, not Ready, revision 1 of 2');
  expect(html).not.toContain('<button');
  expect(html).not.toContain('role="slider"');
});
