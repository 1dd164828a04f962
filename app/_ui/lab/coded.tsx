import { Fragment } from 'react';

/** A text of the course: what stands between backticks is code, nothing else is markup. */
export function Coded({ text }: { readonly text: string }) {
  // The parts of one text never change their order.
  const parts = text.split('`').map((part, at) => ({ id: `${at} ${part}`, part, code: at % 2 === 1 }));
  return parts.map(({ id, part, code }) => <Fragment key={id}>{code ? <code>{part}</code> : part}</Fragment>);
}
