import type { MDXComponents } from 'mdx/types';
import { Children, isValidElement, type ReactNode } from 'react';
import { PodMark, type PodMarkProps } from '@/app/_ui/cluster/pod-mark';
import { words } from '@/app/_ui/words';
import { getClaim } from '@/lib/course/claims';
import { anchorsIn } from '@/lib/course/glossary';
import type { Locale } from '@/lib/text';
import { bind } from './bind';
import { ClaimNote } from './claim-note';
import { figureSlots } from './figure-slots';
import note from './note.module.css';
import styles from './pieces.module.css';
import { Section } from './section';
import { GlossaryList, type TermEntry, TermWord } from './term';
import { noteHeight, wordsIn } from './text-height';

interface WithChildren {
  readonly children?: ReactNode;
}

/** A compiled text arrives as one element whose function makes it; here it is made, so that it can be looked through. */
const unfold = (children: ReactNode): ReactNode =>
  isValidElement(children) && typeof children.type === 'function'
    ? (children.type as (props: unknown) => ReactNode)(children.props)
    : children;

/** All `<Term>` of a text, in order; the first definition of a word counts. */
function termsIn(node: ReactNode, Term: unknown, found: TermEntry[] = []): TermEntry[] {
  for (const child of Children.toArray(node)) {
    if (!isValidElement<WithChildren & { readonly word?: string }>(child)) continue;
    const { word, children } = child.props;
    if (child.type === Term && word && !found.some((term) => term.word === word))
      found.push({ word, definition: children });
    termsIn(children, Term, found);
  }
  return found;
}

/** A number that a run says too (lib/course/fact.ts): a test compares them, a reader sees the words, in one piece at the end of a line. */
const Fact = ({ children }: WithChildren) => <span className="identity">{children}</span>;

const Question = ({ children }: WithChildren) => <div className={styles.question}>{children}</div>;
const Recap = ({ children }: WithChildren) => <div className={styles.recap}>{children}</div>;

const Aside = ({ children }: WithChildren) => (
  <div role="note" className={note.note}>
    {children}
  </div>
);

/** A Pod in a sentence, in the ink of its state. */
function Mark({
  children,
  state,
  n,
  revision,
}: WithChildren & Pick<PodMarkProps, 'state' | 'n' | 'revision'>) {
  return (
    <span className={styles.mark}>
      <PodMark state={state} n={n} size={20} {...(revision && { revision })} /> {children}
    </span>
  );
}

interface ProseProps extends WithChildren {
  readonly term: unknown;
  readonly terms: TermEntry[];
}

/** The whole text. Its words for the glossary are gathered before any of it is laid out. */
function Prose({ children, term, terms }: ProseProps) {
  const text = unfold(children);
  terms.splice(0, terms.length, ...termsIn(text, term));
  return <div className={styles.prose}>{text}</div>;
}

/** About how high a `<Claim>` or an `<Aside>` is beside the text, px. */
function heightOfNote(node: ReactNode, locale: Locale): number {
  if (!isValidElement<{ readonly id?: string }>(node)) return 0;
  if (node.props.id === undefined) return noteHeight(wordsIn(node));
  const { quote, today } = getClaim(node.props.id);
  const titleAndVerdictPx = 70;
  return titleAndVerdictPx + noteHeight(quote[locale]) + noteHeight(today[locale]);
}

/** What a lesson's text may name, for one lesson in one language. Made anew for each rendering. */
export function lessonComponents(slug: string, locale: Locale): MDXComponents {
  const terms: TermEntry[] = [];
  const slots = figureSlots(slug, locale);
  const Claim = bind(ClaimNote, { locale });
  const say = words[locale].lesson;
  const place = { href: `/${locale}/glossary`, anchors: anchorsIn(slug, locale), words: say };
  const Term = bind(TermWord, { place });
  const notes = new Set<unknown>([Claim, Aside]);
  const wide = new Set<unknown>(Object.values(slots));
  return {
    ...slots,
    Claim,
    Term,
    Fact,
    Aside,
    Question,
    Recap,
    Mark,
    Glossary: bind(GlossaryList, { terms, title: say.glossary, place }),
    section: bind(Section, { notes, wide, heightOfNote: (node: ReactNode) => heightOfNote(node, locale) }),
    wrapper: bind(Prose, { term: Term, terms }),
  };
}
