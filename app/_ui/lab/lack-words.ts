import type { Json } from '@/lib/cluster/objects';
import type { Counting } from '@/lib/lab/condition';
import type { Lack } from '@/lib/lab/lack';
import type { PodState } from '@/lib/lab/view';
import type { WayEnd } from '@/lib/lab/way';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { spoken } from '../language/spoken';

/** What keeps a goal from holding, one template for each kind of lack; `{object}` becomes a live mark. */
export interface LackWords
  extends Readonly<
    Record<
      | 'notThere'
      | 'stillThere'
      | 'ready'
      | 'notEnding'
      | 'ending'
      | 'templateImage'
      | 'image'
      | 'replicas'
      | 'updated'
      | 'value'
      | 'count'
      | 'atLeast'
      | 'atMost'
      | 'unanswered'
      | 'answered'
      | 'otherValue'
      | 'or'
      | 'unset'
      | 'more'
      | 'asItFailed',
      string
    >
  > {
  readonly notReady: Readonly<Record<PodState, string>>;
  /** How a request from Service to Service ends. */
  readonly way: Readonly<Record<WayEnd['how'], string>>;
}

export const lackWords = spoken('lack');

/** A lack as its template and what fills it; of several values any will do. */
export interface Said {
  readonly template: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** Places of values of the API. */
export const codePlaces: ReadonlySet<string> = new Set(['path', 'is', 'wanted', 'status']);

/** A Pod by its name, anything else by kind and name. */
export function objectName(key: string): string {
  const [kind = '', , name = ''] = key.split('/');
  return kind === 'Pod' ? name : `${kind} ${name}`;
}

export function lackSaid(words: LackWords, lack: Lack, locale: Locale): Said {
  const [template, values = {}] = templateOf(words, lack, locale);
  return { template, values: { object: objectName(lack.key), ...values } };
}

function templateOf(
  words: LackWords,
  lack: Lack,
  locale: Locale,
): readonly [template: string, values?: Said['values']] {
  switch (lack.about) {
    case 'object':
      return [lack.wanted ? words.notThere : words.stillThere];
    case 'terminating':
      if (!lack.wanted) return [words.ending];
      return [lack.is ? words.notEnding : words.notThere];
    case 'ready':
      if (!lack.wanted) return [words.ready];
      if (!lack.is) return [words.notThere];
      return [words.notReady[lack.is.state], { ready: lack.is.ready, status: lack.is.status }];
    case 'count':
      return [
        words.count,
        { what: lack.what[locale], is: String(lack.is), wanted: countingWords(words, lack.wanted) },
      ];
    case 'reaches':
      return [lack.wanted ? words.unanswered : words.answered, { from: lack.from }];
    case 'way':
      return [words.way[lack.how]];
    case 'otherValue':
      return [words.otherValue, { path: lack.path, is: valueWords(words, lack.is) }];
    case 'value': {
      if (!lack.isThere) return [words.notThere];
      const is = lack.is ?? (lack.path === updatedReplicas ? 0 : undefined);
      const wanted = lack.wanted.map((one) => valueWords(words, one));
      return [words[fieldOf(lack.path)], { path: lack.path, is: valueWords(words, is), wanted }];
    }
  }
}

function countingWords(words: LackWords, counting: Counting): string {
  if ('is' in counting) return String(counting.is);
  return 'atLeast' in counting
    ? fill(words.atLeast, { count: counting.atLeast })
    : fill(words.atMost, { count: counting.atMost });
}

const updatedReplicas = 'status.updatedReplicas';

/** Fields that have a name of their own in words. */
function fieldOf(path: string): 'templateImage' | 'image' | 'replicas' | 'updated' | 'value' {
  if (/^spec\.template\.spec\.containers\.\d+\.image$/.test(path)) return 'templateImage';
  if (/^spec\.containers\.\d+\.image$/.test(path)) return 'image';
  if (path === 'spec.replicas') return 'replicas';
  return path === updatedReplicas ? 'updated' : 'value';
}

const valueWords = (words: LackWords, value: Json | undefined): string =>
  value === undefined || value === null
    ? words.unset
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
