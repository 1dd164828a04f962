import { tabbed } from './tabwriter';

/** What a terminal would obey. Source: cli-runtime pkg/printers/terminal.go. */
const escaped = (text: string): string =>
  text.includes('\u001b') || text.includes('\r')
    ? text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r')
    : text;

/** What stands before a line of each level. */
const blanks = ['', '  ', '    ', '      '];

/**
 * The text of a description as it grows: lines with tabs between their columns, indented by levels of two blanks.
 * Models pkg/describe PrefixWriter, its nested one and tabbedString (v1.37).
 */
export class Page {
  private constructor(
    private readonly indent: number,
    /** Parts whose columns have nothing to do with each other; the last one grows. */
    private readonly parts: string[][],
  ) {}

  static blank(): Page {
    return new Page(0, [[]]);
  }

  /** Writes what may be a part of a line; every part is indented, also in the middle of a line. */
  write(level: number, text: string): void {
    this.parts.at(-1)?.push(blanks[level + this.indent] ?? '  '.repeat(level + this.indent), escaped(text));
  }

  /** A line `title: value` with the value in the second column. */
  field(level: number, title: string, value: string | number | boolean): void {
    this.write(level, `${title}:\t${value}\n`);
  }

  /** The rest of a line. */
  end(text = ''): void {
    this.write(0, `${text}\n`);
  }

  /** Columns begin anew after this. */
  flush(): void {
    this.parts.push([]);
  }

  /** A page in which all stands further to the right, on the same paper. */
  nested(levels: number): Page {
    return new Page(this.indent + levels, this.parts);
  }

  /** As it was written, with the tabs in it. */
  get text(): string {
    return this.parts.map((part) => part.join('')).join('');
  }

  /** With aligned columns. */
  get lines(): string[] {
    return this.parts.flatMap((part) => tabbed(part.join('')));
  }
}
