import { labWords } from '@/app/_ui/lab/words';
import { quizWords } from '@/app/_ui/quiz/words';
import { words } from '@/app/_ui/words';
import type { Sentence } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';

/** What a browser that is set to each of the site's languages asks for. */
export const browserLanguage: Readonly<Record<Locale, string>> = { en: 'en-GB', zh: 'zh-CN' };

export const otherThan: Readonly<Record<Locale, Locale>> = { en: 'zh', zh: 'en' };

/** Every word that the site says in a language. */
export const wordsOf = (locale: Locale) => ({
  site: words[locale],
  lab: labWords[locale],
  quiz: quizWords[locale],
});

/** A text as a part of a pattern. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A template as a pattern of the whole text: each `{name}` is its given value, else anything. */
export function pattern(template: string, values: Readonly<Record<string, string | number>> = {}): RegExp {
  const parts = template.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return escaped(part);
    return values[name] === undefined ? '.+?' : escaped(String(values[name]));
  });
  return new RegExp(`^\\s*${parts.join('')}\\s*$`);
}

/** A sentence of a figure as it is drawn: before a Pod's name may stand its mark, which holds its number. */
export function sentence(
  locale: Locale,
  key: Sentence['key'],
  values: Readonly<Record<string, string | number>> = {},
): RegExp {
  const template = labWords[locale].sentences[key];
  const parts = template.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return escaped(part).replaceAll(' ', '\\s*');
    const value = values[name];
    const isName = name === 'subject' || name === 'object';
    return `${isName ? '\\s*\\d*\\s*' : ''}${value === undefined ? '\\S+' : escaped(String(value))}`;
  });
  return new RegExp(`^\\s*${parts.join('')}\\s*$`);
}

/** A Pod as the scene's buttons name it. */
export function podNamed(
  locale: Locale,
  name: string,
  state: { readonly ready?: boolean; readonly status?: string } = {},
): RegExp {
  const { outline } = labWords[locale];
  const ready = state.ready === undefined ? undefined : state.ready ? outline.ready : outline.notReady;
  return pattern(outline.pod, {
    name,
    ...(ready !== undefined && { ready }),
    ...(state.status !== undefined && { status: state.status }),
  });
}
