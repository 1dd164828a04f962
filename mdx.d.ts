/// <reference types="mdx" />

declare module '*.mdx' {
  /** The frontmatter of a lesson: strings as the author wrote them, checked by tests/content. */
  export const meta: {
    readonly title: string;
    readonly lead: string;
    readonly question: string;
    readonly number: number;
    readonly part?: string;
    /** Ids of the sections, in the order of the h2 headings; the same in every language. */
    readonly sections: readonly string[];
  };
}
