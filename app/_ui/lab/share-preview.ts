import type { Locale } from '@/lib/text';
import { strangerWords } from './share-words';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A plain blog page with the pasted code in it, for an iframe's `srcdoc`, in the reader's language whatever that of the widget
 * is. It takes over this page's policy, so its looks are
 * style attributes and its one script is this site's own.
 */
export function strangersPage(code: string, locale: Locale, theme: 'auto' | 'light' | 'dark'): string {
  const say = strangerWords[locale];
  const scheme = theme === 'auto' ? '' : `color-scheme:${theme};`;
  const face = 'font:16px/1.6 Verdana,"DejaVu Sans",sans-serif';
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}" style="${scheme}background:Canvas;color:CanvasText">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(say.title)}</title>
<body style="margin:0;${escaped(face)}">
<header style="padding:16px 20px;background:#1f6d53;color:#fff"><b style="font-size:20px">${escaped(say.name)}</b>
<div style="font-size:13px">${escaped(say.about)}</div></header>
<main style="max-width:720px;padding:8px 20px 24px">
<h1 style="font-size:22px">${escaped(say.title)}</h1>
<p>${escaped(say.before)}</p>
${code}
<p>${escaped(say.after)}</p>
</main></body></html>`;
}
