import type { MDXComponents } from 'mdx/types';
import { proseElements } from '@/app/_ui/lesson/prose';

/**
 * How plain Markdown looks. The components that a lesson names (`<Claim>`, `<Figure>`, …) need to know its
 * language and slug, so the lesson page passes them: app/_ui/lesson/registry.tsx.
 */
export function useMDXComponents(): MDXComponents {
  return proseElements;
}
