import { describe, expect, it } from 'vitest';
import { Refusal, refusalCodes } from '@/lib/server/refusal';

const said = async (code: (typeof refusalCodes)[number], locale: 'en' | 'zh'): Promise<string> =>
  (await new Refusal(code).toResponse(locale).json()).error.message;

/** A sentence that asks for something to be done. */
const asks =
  /(?:^|[.;,] )(?:Answer|Ask|Check|Choose|Complete|Export|Find|Go|Load|Open|Put|Send|Shorten|Sign|Solve|Try|Type|Use|Wait|Write|answer|ask|check|mend|type|sign|then|try)\b/;

describe('every refusal', () => {
  it.each(refusalCodes)('says what is wrong and what to do, in both languages: %s', async (code) => {
    expect(await said(code, 'en')).toMatch(asks);
    expect(await said(code, 'zh')).toMatch(/请|再|换/);
  });
});
