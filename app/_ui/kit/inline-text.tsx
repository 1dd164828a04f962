import { type ComponentType, Fragment } from 'react';
import { codeClass } from '@/lib/course/mdx/identity.mjs';

interface InlineTextProps {
  readonly text: string;
  /** Shows what is no code; as it stands without this. */
  readonly words?: ComponentType<{ readonly text: string }>;
}

/** A text of the course: backticks mark code, as in Markdown; nothing else is markup. */
export function InlineText({ text, words: Words }: InlineTextProps) {
  // The parts of one text never change their order.
  const parts = text.split('`').map((part, at) => ({ part, isCode: at % 2 === 1, key: `${at} ${part}` }));
  return parts.map(({ part, isCode, key }) =>
    isCode ? (
      <code key={key} className={codeClass(part)}>
        {part}
      </code>
    ) : (
      <Fragment key={key}>{Words ? <Words text={part} /> : part}</Fragment>
    ),
  );
}

/** The same text where no markup can stand, as in a label. */
export const withoutMarkup = (text: string): string => text.replaceAll('`', '');
