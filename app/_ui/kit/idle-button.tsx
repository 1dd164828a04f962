'use client';
import type { ButtonHTMLAttributes } from 'react';

/**
 * A button that has nothing to do now and then. It keeps the focus while it is idle: a disabled one would hand it to the page,
 * and the keys of the figure around would be lost.
 */
export function IdleButton({
  isIdle,
  onClick,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> & { readonly isIdle: boolean }) {
  return (
    <button
      {...rest}
      type="button"
      aria-disabled={isIdle || undefined}
      onClick={isIdle ? undefined : onClick}
    />
  );
}
