import path from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { classAddress } from './lib/class/address';
import { preferredLocale } from './lib/course/preferred-locale';
import { embedPage } from './lib/embed/address';
import { pagePolicy, scriptsByPage } from './lib/page-policy';

let built: ReadonlyMap<string, readonly string[]> | undefined;

/** The build does not change while the server runs, so its pages are read once. */
function policyOf(address: string): string | undefined {
  if (process.env.NODE_ENV !== 'production') return undefined;
  built ??= scriptsByPage(path.join(process.cwd(), '.next', 'server', 'app'));
  return pagePolicy(built, address);
}

/** An address without a page of its own: it leads to one in the language that the browser asks for. */
function toOwnLanguage(request: NextRequest, page: string): NextResponse {
  const response = NextResponse.redirect(new URL(page, request.url), 307);
  response.headers.set('Vary', 'Accept-Language');
  response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

/** A widget's address says its language as a parameter; each language is a page of its own. */
function toWidget(request: NextRequest, page: string): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = page;
  const response = NextResponse.rewrite(url);
  if (!request.nextUrl.searchParams.has('locale')) response.headers.set('Vary', 'Accept-Language');
  return response;
}

/** Stands before every page: picks a language for `/`, for what is read out in a class and for widgets, and names the scripts that a page may run. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  const readers = preferredLocale(request.headers.get('accept-language') ?? '');
  const led = pathname === '/' ? `/${readers}` : classAddress(pathname, readers);
  if (led !== undefined) return toOwnLanguage(request, led);
  const widget = embedPage(pathname, searchParams, readers);
  const response = widget === undefined ? NextResponse.next() : toWidget(request, widget);
  const policy = policyOf(widget ?? pathname);
  if (policy) response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages alone: not the API, not the framework's files, not files with an ending. */
export const config = { matcher: '/((?!api/|_next/|[^?]*\\.[a-z0-9]+$).*)' };
