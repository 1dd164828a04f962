import { InlineText } from '@/app/_ui/kit/inline-text';
import type { ModelBlock, ModelSection } from '@/lib/conformance/model-text';
import styles from './truth.module.css';
import type { TruthWords } from './words';

const idOf = (title: string): string => `model-${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

function Block({ block, words }: { readonly block: ModelBlock; readonly words: TruthWords }) {
  if (block.form === 'list')
    return (
      <ul className={styles.list}>
        {block.items.map((item) => (
          <li key={item}>
            <InlineText text={item} />
          </li>
        ))}
      </ul>
    );
  return (
    <p data-about={block.about}>
      {block.about && <strong className={styles.about}>{words[block.about]}</strong>}
      <InlineText text={block.text} />
    </p>
  );
}

/** What is modelled and what is left out, kind by kind: MODEL.md in the reader's language. */
export function ModelText({
  sections,
  words,
}: {
  readonly sections: readonly ModelSection[];
  readonly words: TruthWords;
}) {
  return (
    <>
      <ul className={styles.index}>
        {sections.map(({ title }) => (
          <li key={title}>
            <a href={`#${idOf(title)}`}>{title}</a>
          </li>
        ))}
      </ul>
      {sections.map(({ title, blocks }) => (
        <section key={title} aria-labelledby={idOf(title)} className={styles.kind}>
          <h3 id={idOf(title)}>{title}</h3>
          {blocks.map((block) => (
            <Block key={JSON.stringify(block)} block={block} words={words} />
          ))}
        </section>
      ))}
    </>
  );
}
