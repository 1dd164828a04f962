import type { ReactNode } from 'react';

interface MessageProps {
  readonly title: string;
  /** What happened, what is kept. */
  readonly lines: readonly string[];
  /** What to do: links and buttons. */
  readonly children: ReactNode;
}

/** A page that says what happened, what is kept and what to do, instead of what was asked for. Styled by base.css. */
export function Message({ title, lines, children }: MessageProps) {
  return (
    <div className="message">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div>{children}</div>
    </div>
  );
}
