import { authored } from '@/lib/quiz/answer';
import type { Item } from '@/lib/quiz/item';
import { publicItem, type Standing, tryNumberOf } from '@/lib/quiz/present';
import type { AnswerRequest, AnswerResult, Progress, PublicQuiz } from '@/lib/quiz/public';
import { answerResult } from '@/lib/quiz/result';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { validate } from '@/lib/quiz/validate';
import { Refusal } from '@/lib/server/refusal';
import type { Locale } from '@/lib/text';

const json = (body: unknown) =>
  new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });

const attempt = 'attempt-1';

/**
 * The quiz API at the network border over items with their keys: what is sent before an answer, what is refused, points and reasons
 * come from lib/quiz as they do on the server; only what the database holds is held here.
 */
export class GradedQuizServer {
  /** A lost connection. */
  down = false;
  progress: Progress = { lessons: {} };
  readonly requests: AnswerRequest[] = [];
  /** Bodies of everything that was sent. */
  readonly sent: string[] = [];
  #results: AnswerResult[] = [];

  constructor(readonly items: readonly Item[]) {}

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (this.down) throw new TypeError('Failed to fetch');
    const address = String(input);
    const locale: Locale = address.includes('locale=zh') ? 'zh' : 'en';
    const body = init?.body === undefined ? undefined : JSON.parse(String(init.body));
    const response = this.#reply(address, body, locale);
    this.sent.push(await response.clone().text());
    return response;
  };

  /** The answer that is right, as places or texts of the open try. */
  rightAnswer(id: string): AnswerRequest['response'] {
    const item = this.#item(id);
    const shown = this.#shown(item);
    switch (item.kind) {
      case 'numeric':
        return [String(item.answer)];
      case 'yaml':
        return item.blanks.map(({ text }) => text);
      case 'match': {
        const choices = shown.slice(0, item.choices.length).map((index) => item.choices[index]?.id);
        const stems = shown.slice(item.choices.length).map((index) => index - item.choices.length);
        return stems.map((index) => choices.indexOf(item.stems[index]?.choice));
      }
      case 'hotspot':
        return shown.flatMap((index, place) => (item.regions[index]?.points === 1 ? [place] : []));
      default:
        throw new Error(`no right answer of a ${item.kind} item here`);
    }
  }

  #reply(address: string, body: unknown, locale: Locale): Response {
    if (address.startsWith('/api/progress')) return json(this.progress);
    if (address.includes('/answers')) return this.#answer(body as AnswerRequest, locale);
    if (address.includes('/hints')) {
      const { item, number } = body as { item: string; number: number };
      const { hints } = this.#item(item);
      return json({ text: hints[number - 1]?.[locale], left: hints.length - number });
    }
    return json(this.#quiz(locale));
  }

  #item(id: string): Item {
    const item = this.items.find((one) => one.id === id);
    if (item === undefined) throw new Error(`no item ${id}`);
    return item;
  }

  #standing(id: string): Standing {
    const own = this.#results.filter(({ item }) => item === id);
    return { tries: own.length, solved: own.some(({ correct }) => correct) };
  }

  #shown = (item: Item) => placesOf(item, 'seed', tryNumberOf(this.#standing(item.id)));

  #quiz(locale: Locale): PublicQuiz {
    const items = this.items.map((item) => {
      const right = this.#results.find((result) => result.item === item.id && result.correct);
      const shown = publicItem(item, this.#shown(item), this.#standing(item.id), locale);
      return right === undefined ? shown : { ...shown, result: right };
    });
    return { attempt, lesson: 'lesson', items };
  }

  #answer(request: AnswerRequest, locale: Locale): Response {
    this.requests.push(request);
    const item = this.#item(request.item);
    const invalid = validate(item, request.response);
    if (invalid !== undefined) return new Refusal(invalid).toResponse(locale);
    const shown = this.#shown(item);
    const { response } = request;
    const { correct, points } = score(item, authored(item, shown, response));
    const standing = { tries: this.#standing(item.id).tries + 1, solved: correct };
    const result = answerResult(item, { response, shown, correct, points, standing }, locale);
    this.#results.push(result);
    return json(result);
  }
}
