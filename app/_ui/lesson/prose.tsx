import type { MDXComponents } from 'mdx/types';
import { Children, type ComponentProps, isValidElement } from 'react';
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

/** Where a long word of code in a table may go on in the next line: `match|Expressions`, `web-1.|web.|default`. */
const joint = /(?<=[a-z])(?=[A-Z])|(?<=[./:])(?=\w)/;

/** The dashes of an option and the word after them: no line ends between the two. */
const option = /(--\w+)/;

const cellOf = (Tag: 'td' | 'th') =>
  function Cell({ children, ...props }: ComponentProps<'td'>) {
    return (
      <Tag {...props}>
        {Children.map(children, (child) => {
          const code = isValidElement<ComponentProps<'code'>>(child) && child.props.children;
          if (typeof code !== 'string') return child;
          return <code>{code.split(joint).flatMap((part, at) => [at > 0 && <wbr key={part} />, part])}</code>;
        })}
      </Tag>
    );
  };

function Code({ children, ...props }: ComponentProps<'code'>) {
  if (typeof children !== 'string') return <code {...props}>{children}</code>;
  const parts = children.split(option);
  return (
    <code {...props}>
      {parts.map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={part} className={styles.option}>
            {part}
          </span>
        ),
      )}
    </code>
  );
}

function Pre({ className = '', ...props }: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  return <pre {...props} className={`${styles.pre} ${className}`} tabIndex={0} />;
}

export const proseElements: MDXComponents = {
  table: Table,
  td: cellOf('td'),
  th: cellOf('th'),
  code: Code,
  pre: Pre,
};
