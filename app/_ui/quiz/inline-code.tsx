import { Fragment } from 'react';
import { codeClass } from '@/lib/course/mdx/identity.mjs';

/** A text of the course: what stands between backticks is code, all else is said as it stands. */
export function InlineCode({ children }: { readonly children: string }) {
  return children.split('`').map((part, index) => {
    const key = `${index}${part}`;
    return index % 2 === 1 ? (
      <code key={key} className={codeClass(part)}>
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}

/** The same text where no markup can stand, as in a label. */
export const withoutMarkup = (text: string): string => text.replaceAll('`', '');
