import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import styles from './prose.module.css';

/** A table scrolls inside its own box on a narrow screen, and can be scrolled by keyboard. */
function Table(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div className={styles.table} tabIndex={0}>
      <table {...props} />
    </div>
  );
}

function Pre({ className = '', ...props }: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  return <pre {...props} className={`${styles.pre} ${className}`} tabIndex={0} />;
}

export const proseElements: MDXComponents = { table: Table, pre: Pre };
