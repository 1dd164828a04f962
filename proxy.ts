import { type NextRequest, NextResponse } from 'next/server';
import { preferredLocale } from './lib/course/preferred-locale';

/** `/` has no page of its own: it leads to the language that the browser asks for. */
export function proxy(request: NextRequest): NextResponse {
  const locale = preferredLocale(request.headers.get('accept-language') ?? '');
  const response = NextResponse.redirect(new URL(`/${locale}`, request.url), 307);
  response.headers.set('Vary', 'Accept-Language');
  response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

export const config = { matcher: '/' };
