import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LabFigure } from '@/app/_ui/lab/lab-figure';
import { sentenceText } from '@/app/_ui/lab/sentence';
import { labWords } from '@/app/_ui/lab/words';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { locales } from '@/lib/text';

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
