import { codeClass } from '@/lib/course/mdx/identity.mjs';

/** A text of the course: backticks mark code, as in Markdown; nothing else is markup. */
export function InlineText({ text }: { readonly text: string }) {
  const parts = text.split('`').map((part, at) => ({ part, isCode: at % 2 === 1, key: `${at} ${part}` }));
  return parts.map(({ part, isCode, key }) =>
    isCode ? (
      <code key={key} className={codeClass(part)}>
        {part}
      </code>
    ) : (
      part
    ),
  );
}
