import { Fragment } from 'react';
import { cutAtUnbroken } from '@/lib/course/mdx/identity.mjs';
import { InlineText } from '../kit/inline-text';

/** A text of the course in which, as in a lesson, what is read in one piece stays in one. */
export const Coded = ({ text }: { readonly text: string }) => <InlineText text={text} words={Named} />;

function Named({ text }: { readonly text: string }) {
  const parts = cutAtUnbroken(text).map((part, at) => ({ id: `${at} ${part}`, part, isName: at % 2 === 1 }));
  return parts.map(({ id, part, isName }) => (
    <Fragment key={id}>{isName ? <span className="identity">{part}</span> : part}</Fragment>
  ));
}
