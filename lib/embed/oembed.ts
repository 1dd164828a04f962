import { isLocale, type Locale } from '../text';
import { type EmbedName, type EmbedTheme, embedThemes, firstHeightPx, iframeCode } from './address';

/** A page of this site that somebody wants to show, as its address says. */
export interface AskedPage {
  /** `widget`: a widget's own address. `lab`: a lab's page; `lesson`: a lesson's; `play`: the playground. */
  readonly kind: 'widget' | 'lab' | 'lesson' | 'play';
  /** Of a widget LESSON/LAB, of a lab its page's id, of a lesson its slug, of the playground nothing. */
  readonly id: string;
  readonly locale?: Locale;
  readonly theme?: EmbedTheme;
  /** The moment, from `#` on, or nothing. */
  readonly moment: string;
}

/** What is shown of a page. */
export interface AskedWidget {
  readonly name: EmbedName;
  readonly title: string;
}

export type OembedAnswer =
  | { readonly status: 200; readonly body: OembedBody }
  | { readonly status: 400 | 404 | 501; readonly code: 'noUrl' | 'noSuchWidget' | 'noSuchFormat' };

/** A rich answer of oEmbed 1.0 (oembed.com, 2.3.4.4), which a page shows by writing its `html`. */
export interface OembedBody {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly provider_name: string;
  readonly provider_url: string;
  readonly title: string;
  /** How long the answer may be kept, seconds. */
  readonly cache_age: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

export interface OembedSite {
  /** `https://podium.example`. */
  readonly origin: string;
  /** Each name under which it is known, with its port. */
  readonly hosts: readonly string[];
  readonly name: string;
  /** The widget of a page; undefined for a page that there is not, or that has none. */
  readonly widgetOf: (page: AskedPage) => AskedWidget | undefined;
}

export const cacheSeconds = 3_600;
/** As wide as a widget likes to be, px: its scene and its score stand side by side from 900. */
const usualWidthPx = 960;

/**
 * Answers `GET …/oembed?url=&maxwidth=&maxheight=&format=` (oembed.com, 2.2): the code that the share dialog gives, for a
 * page of this site alone. 400 without an address, 404 for a page that has no widget, 501 for any format but JSON. The
 * address is only read: nothing is fetched from it.
 */
export function oembedAnswer(query: URLSearchParams, site: OembedSite): OembedAnswer {
  const url = query.get('url') ?? '';
  if (url === '') return { status: 400, code: 'noUrl' };
  if ((query.get('format') ?? 'json') !== 'json') return { status: 501, code: 'noSuchFormat' };
  const page = askedPage(url, site);
  const widget = page && site.widgetOf(page);
  if (!page || !widget) return { status: 404, code: 'noSuchWidget' };
  const maxWidthPx = pixels(query.get('maxwidth'));
  const maxHeightPx = pixels(query.get('maxheight'));
  const { locale, theme, moment } = page;
  const choice = { ...(locale && { locale }), ...(theme && { theme }) };
  const limits = { ...(maxWidthPx && { maxWidthPx }), ...(maxHeightPx && { maxHeightPx }) };
  return {
    status: 200,
    body: {
      version: '1.0',
      type: 'rich',
      provider_name: site.name,
      provider_url: `${site.origin}/${locale ?? ''}`,
      title: widget.title,
      cache_age: cacheSeconds,
      html: iframeCode(site.origin, widget.name, choice, widget.title, moment, limits),
      width: Math.min(usualWidthPx, maxWidthPx ?? usualWidthPx),
      height: Math.min(firstHeightPx, maxHeightPx ?? firstHeightPx),
    },
  };
}

/** A whole number above 0; anything else says no limit. */
function pixels(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** The page that an address names, whole or from this site's root on; undefined for another site's, and for one without widgets. */
function askedPage(address: string, { origin, hosts }: OembedSite): AskedPage | undefined {
  if (!URL.canParse(address, origin)) return undefined;
  const { protocol, host, username, pathname, searchParams, hash } = new URL(address, origin);
  if (!/^https?:$/.test(protocol) || username !== '' || !hosts.includes(host)) return undefined;
  const moment = /^#[\w-]+$/.test(hash) ? hash : '';
  const [, first = '', second = '', third = '', ...rest] = pathname.split('/');
  if (rest.length > 0) return undefined;
  if (first === 'embed') {
    const locale = searchParams.get('locale');
    const theme = embedThemes.find((one) => one === searchParams.get('theme'));
    const id = `${second}/${third}`;
    return { kind: 'widget', id, moment, ...(isLocale(locale) && { locale }), ...(theme && { theme }) };
  }
  if (!isLocale(first)) return undefined;
  if (second === 'play' && third === '') return { kind: 'play', id: '', locale: first, moment };
  if (second === 'lab') return { kind: 'lab', id: third, locale: first, moment };
  return second === 'learn' ? { kind: 'lesson', id: third, locale: first, moment: '' } : undefined;
}

export const oembedType = 'application/json+oembed';

/**
 * Where a page's widget is found (oembed.com, 4): the address of the answer, for a `<link rel="alternate">`. Whole if it is
 * known at build under which origin the site will stand, else from the site's root on.
 */
export const discoveryAddress = (path: string, origin = ''): string =>
  `${origin}/embed/oembed?${new URLSearchParams({ url: `${origin}${path}`, format: 'json' })}`;
