'use client';

import { fill } from '@/app/_ui/fill';
import styles from '@/app/_ui/kit/header.module.css';
import { useHere } from './account-store';

interface ReviewLinkProps {
  readonly href: string;
  readonly title: string;
  /** `{n} due`, for a screen reader. */
  readonly due: string;
  readonly current: boolean;
}

/** Leads to what is due today, with its number when there is any. */
export function ReviewLink({ href, title, due, current }: ReviewLinkProps) {
  const { due: number } = useHere();
  return (
    <a href={href} data-current={current || undefined}>
      {title}
      {number > 0 && (
        <span className={styles.due}>
          <span aria-hidden="true">{number}</span>
          <span className="unseen">{fill(due, { n: number })}</span>
        </span>
      )}
    </a>
  );
}

interface AccountLinkProps {
  readonly href: string;
  readonly signIn: string;
  /** `Your account, {name}`. */
  readonly account: string;
  readonly current: boolean;
}

/** Leads to where one signs in; for who has, the account's name. */
export function AccountLink({ href, signIn, account, current }: AccountLinkProps) {
  const { name } = useHere().view;
  return (
    <a
      className={styles.account}
      href={href}
      data-current={current || undefined}
      {...(name !== undefined && { title: fill(account, { name }) })}
    >
      <span>{name ?? signIn}</span>
    </a>
  );
}
