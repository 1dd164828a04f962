import { isLocale, type Locale } from '../text';

export const embedThemes = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** A widget: a lab or a figure of a lesson, by their ids. */
export interface EmbedName {
  readonly lesson: string;
  readonly lab: string;
}

export interface EmbedChoice {
  readonly locale?: Locale;
  readonly theme?: EmbedTheme;
}

/** The address of a widget as a host writes it. `auto` is what a widget does without being told. */
export function embedAddress(
  { lesson, lab }: EmbedName,
  { locale, theme }: EmbedChoice = {},
  moment = '',
): string {
  const query = new URLSearchParams();
  if (theme !== undefined && theme !== 'auto') query.set('theme', theme);
  if (locale !== undefined) query.set('locale', locale);
  return `/embed/${lesson}/${lab}${query.size > 0 ? `?${query}` : ''}${moment}`;
}

/**
 * The prerendered page behind a widget's address: `/embed/LESSON/LAB` is one page a language, and the language is a parameter.
 * Undefined for an address that is none, and for one that names its page already.
 */
export function embedPage(pathname: string, query: URLSearchParams, readers: Locale): string | undefined {
  const [, embed, lesson, lab, ...rest] = pathname.split('/');
  if (embed !== 'embed' || !lesson || !lab || rest.length > 0) return undefined;
  if (isLocale(lesson)) return undefined;
  const asked = query.get('locale');
  return `/embed/${isLocale(asked) ? asked : readers}/${lesson}/${lab}`;
}

/** What a host has room for. */
export interface EmbedLimits {
  readonly maxWidthPx?: number;
  readonly maxHeightPx?: number;
}

/** What a host pastes into its page. The height is the first guess; embed.js or the host's own means make it right. */
export function iframeCode(
  site: string,
  name: EmbedName,
  choice: EmbedChoice,
  title: string,
  moment = '',
  { maxWidthPx, maxHeightPx = firstHeightPx }: EmbedLimits = {},
): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const src = `${site}${embedAddress(name, choice, moment)}`;
  // A frame of another scheme than its document gets an opaque ground (CSS Color Adjustment 1, 2.3).
  const scheme = choice.theme === undefined || choice.theme === 'auto' ? '' : `;color-scheme:${choice.theme}`;
  const width = maxWidthPx === undefined ? '' : `;max-width:${maxWidthPx}px`;
  return [
    `<iframe src="${escaped(src)}" title="${escaped(title)}"`,
    `  width="100%" height="${Math.min(firstHeightPx, maxHeightPx)}" loading="lazy" allow="fullscreen; clipboard-write"`,
    `  style="border:0${width}${scheme}"></iframe>`,
    `<script async src="${site}/embed.js"></script>`,
  ].join('\n');
}

/** What a host reserves before a widget has said how high it is, px: about a widget that is not loaded yet. */
export const firstHeightPx = 200;
