import 'server-only';
import { isLocale, type Locale } from '@/lib/text';
import { cookiesPut } from './cookies';
import { isOrphan } from './db';
import { Refusal } from './refusal';
import { storageFaultOf } from './storage-fault';

/** A file that the browser keeps instead of showing it. */
export interface Download {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** What a route has done: its JSON, a file, or a refusal after something was kept; and cookies to set, if who the browser is has changed. */
export type Outcome = (
  | { readonly body: unknown }
  | { readonly download: Download }
  | { readonly refusal: Refusal }
) & { readonly setCookie?: string | readonly string[] | undefined };

/** What the parts of an address are called: `[lesson]` is one, `[...all]` several. */
type AddressParts = Readonly<Record<string, string | string[]>>;

type Work<Params> = (request: Request, params: Params, locale: Locale) => Promise<Outcome>;

/**
 * A route handler around `work`. Refusals become their status; a fault of storage is 503 with Retry-After; anything else is 500.
 * The reader is told a sentence, the log the code; neither a stack nor a path leaves the server.
 */
export function route<Params extends AddressParts>(work: Work<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const locale = localeOf(request);
    try {
      const outcome = await work(request, await context.params, locale);
      const own = [outcome.setCookie ?? []].flat();
      return withCookies(responseOf(outcome, locale), [...cookiesPut(request), ...own]);
    } catch (error) {
      return withCookies(refusalFor(error, request).toResponse(locale), cookiesPut(request));
    }
  };
}

/** Of two lines for one cookie a browser keeps the last. */
function withCookies(response: Response, lines: readonly string[]): Response {
  for (const line of lines) response.headers.append('set-cookie', line);
  return response;
}

function responseOf(outcome: Outcome, locale: Locale): Response {
  if ('refusal' in outcome) return outcome.refusal.toResponse(locale);
  const headers = new Headers({ 'cache-control': 'no-store' });
  if ('body' in outcome) return Response.json(outcome.body, { headers });
  const { name, type, text } = outcome.download;
  headers.set('content-type', type);
  headers.set('content-disposition', `attachment; filename="${name}"`);
  return new Response(text, { headers });
}

function refusalFor(error: unknown, request: Request): Refusal {
  if (error instanceof Refusal) return error;
  if (isOrphan(error)) return new Refusal('learner-gone');
  const where = `${request.method} ${new URL(request.url).pathname}`;
  const fault = storageFaultOf(error);
  if (fault !== undefined) {
    console.error(`${where}: storage unavailable (${fault})`);
    return new Refusal('storage-unavailable');
  }
  console.error(`${where}:`, error);
  return new Refusal('internal');
}

/** `?locale=` if it names a language of the site, else the first one of Accept-Language that does, else English. */
export function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('locale');
  if (isLocale(asked)) return asked;
  const accepted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters
        .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { language: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const best = accepted[0]?.language;
  return isLocale(best) ? best : 'en';
}
