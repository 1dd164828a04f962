import { Fragment } from 'react';
import { codeClass, cutAtUnbroken } from '@/lib/course/mdx/identity.mjs';

/**
 * A text of the course: what stands between backticks is code, nothing else is markup. What is read in one piece stays
 * in one, as in a lesson.
 */
export function Coded({ text }: { readonly text: string }) {
  // The parts of one text never change their order.
  const parts = text.split('`').map((part, at) => ({ id: `${at} ${part}`, part, code: at % 2 === 1 }));
  return parts.map(({ id, part, code }) => (
    <Fragment key={id}>
      {code ? <code className={codeClass(part)}>{part}</code> : <Named text={part} />}
    </Fragment>
  ));
}

function Named({ text }: { readonly text: string }) {
  const parts = cutAtUnbroken(text).map((part, at) => ({ id: `${at} ${part}`, part, isName: at % 2 === 1 }));
  return parts.map(({ id, part, isName }) => (
    <Fragment key={id}>{isName ? <span className="identity">{part}</span> : part}</Fragment>
  ));
}
