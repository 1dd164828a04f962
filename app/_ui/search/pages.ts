import 'server-only';
import '@/app/_ui/language/both';
import { glossaryOf } from '@/lib/course/glossary';
import type { Searchable } from '@/lib/search/search';
import type { Locale } from '@/lib/text';
import { accountWords } from '../account/words';
import { classWords } from '../class/words';
import { fill } from '../fill';
import { glossaryWords } from '../glossary/words';
import { loneWords } from '../lone/words';
import { packetPageWords } from '../network/page-words';
import { notesWords } from '../notes/words';
import { reviewWords } from '../review/words';
import { truthWords } from '../truth/words';
import { words } from '../words';

/** The pages beside the lessons, by what stands at their head. */
export function pagesToSearch(locale: Locale): readonly Searchable[] {
  const heads = {
    packets: packetPageWords[locale],
    notes: notesWords[locale],
    glossary: {
      ...glossaryWords[locale],
      lead: fill(glossaryWords[locale].lead, { n: glossaryOf(locale).length }),
    },
    play: loneWords[locale].play,
    progress: words[locale].progress,
    review: reviewWords[locale],
    truth: truthWords[locale],
    teach: classWords[locale].teach,
    join: classWords[locale].join,
    'sign-in': accountWords[locale],
  };
  return Object.entries(heads).map(([page, { title, lead }]) => ({
    kind: 'page',
    href: `/${locale}/${page}`,
    title,
    text: lead,
  }));
}
