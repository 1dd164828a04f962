import type { AnswerRequest, AnswerResult, ItemState, PublicItem, PublicQuiz } from '@/lib/quiz/public';

export interface FakeItem {
  readonly id: string;
  readonly kind: PublicItem['kind'];
  readonly question: string;
  /** `right` for choices; steps of an order item stand in the right order. */
  readonly options: readonly {
    readonly text: string;
    readonly right?: boolean;
    readonly because?: string;
    readonly glyph?: string;
  }[];
  readonly hints?: readonly string[];
  readonly explanation: string;
}

interface Stored {
  readonly request: AnswerRequest;
  readonly result: AnswerResult;
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const refuse = (status: number, code: string, more = {}) =>
  json(status, { error: { code, message: `refused: ${code}` }, ...more });

/**
 * The quiz API at the network border: places that differ from try to try, idempotent by submission, 409 with the stored
 * result, hints by number. `down` lets requests fail as a lost connection or as a full database; `loseReplies` counts
 * answers but loses what is said of them.
 */
export class FakeQuizServer {
  attempt = 'attempt-1';
  down: 'network' | 'storage' | undefined;
  loseReplies = false;
  /** Refuses the next answer with this status and code. */
  refuseNext: { readonly status: number; readonly code: string } | undefined;
  readonly requests: AnswerRequest[] = [];
  readonly asked: string[] = [];
  #stored: Stored[] = [];

  constructor(readonly items: readonly FakeItem[]) {}

  /** Forgets the learner: another attempt, nothing answered. */
  begin(attempt: string) {
    this.attempt = attempt;
    this.#stored = [];
  }

  /** How many answers count. */
  get counted() {
    return this.#stored.length;
  }

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const address = String(input);
    this.asked.push(`${init?.method ?? 'GET'} ${address}`);
    if (this.down === 'network') throw new TypeError('Failed to fetch');
    if (this.down === 'storage') return refuse(503, 'storage-unavailable');
    const body = init?.body === undefined ? undefined : JSON.parse(String(init.body));
    if (address.includes('/answers')) return this.#answer(body);
    if (address.includes('/hints')) return this.#hint(body);
    return json(200, this.#quiz());
  };

  /** Right answer of an item as places of its open try. */
  rightPlaces(id: string): readonly number[] {
    const item = this.#item(id);
    const order = this.#shuffle(item, this.#tryNumber(item.id));
    if (item.kind === 'order') return item.options.map((_, step) => order.indexOf(step));
    return order.flatMap((option, place) => (item.options[option]?.right ? [place] : []));
  }

  /** Stores an answer as another tab would have sent it. */
  async answerElsewhere(id: string, places: readonly number[]) {
    const tryNumber = this.#tryNumber(id);
    return this.#answer({
      attempt: this.attempt,
      item: id,
      tryNumber,
      response: places,
      sure: false,
      submission: `other-${id}`,
    });
  }

  #item(id: string): FakeItem {
    const item = this.items.find((one) => one.id === id);
    if (item === undefined) throw new Error(`no item ${id}`);
    return item;
  }

  #answersOf = (id: string) => this.#stored.filter(({ request }) => request.item === id);
  #state = (id: string): ItemState => this.#answersOf(id).at(-1)?.result.state ?? 'new';

  #tryNumber(id: string) {
    const answers = this.#answersOf(id);
    return answers.length + (answers.at(-1)?.result.correct ? 0 : 1);
  }

  /** By place the option that stands there: turned round by one more each try. */
  #shuffle({ options }: FakeItem, tryNumber: number): readonly number[] {
    return options.map((_, place) => (place + tryNumber) % options.length);
  }

  #quiz(): PublicQuiz {
    const items = this.items.map((item) => {
      const tryNumber = this.#tryNumber(item.id);
      const options = this.#shuffle(item, tryNumber).flatMap((option) => {
        const { text, glyph } = item.options[option] ?? { text: '' };
        return [glyph === undefined ? { text } : { text, glyph }];
      });
      const { id, kind, question, hints = [] } = item;
      const result = this.#answersOf(id).at(-1)?.result;
      return {
        ...{ id, kind, question, options, hintCount: hints.length, state: this.#state(id), tryNumber },
        ...(result?.correct && { result }),
      };
    });
    return { attempt: this.attempt, lesson: 'lesson', items };
  }

  #answer(request: AnswerRequest): Response {
    this.requests.push(request);
    if (this.refuseNext !== undefined) {
      const { status, code } = this.refuseNext;
      this.refuseNext = undefined;
      return refuse(status, code);
    }
    if (request.attempt !== this.attempt) return refuse(404, 'unknown-attempt');
    const same = this.#stored.find((one) => one.request.submission === request.submission);
    if (same !== undefined) return json(200, same.result);
    const taken = this.#answersOf(request.item).find((one) => one.request.tryNumber === request.tryNumber);
    if (taken !== undefined) return refuse(409, 'already-answered', { result: taken.result });
    const result = this.#judge(request);
    this.#stored.push({ request, result });
    if (this.loseReplies) throw new TypeError('Failed to fetch');
    return json(200, result);
  }

  #judge({ item: id, response, tryNumber }: AnswerRequest): AnswerResult {
    const places = response.map(Number);
    const item = this.#item(id);
    const order = this.#shuffle(item, tryNumber);
    const isRightAt = (place: number) => item.options[order[place] ?? -1]?.right === true;
    const wanted = order.flatMap((_, place) => (isRightAt(place) ? [place] : []));
    const correct =
      item.kind === 'order'
        ? places.every((place, index) => order[place] === index)
        : wanted.length === places.length && wanted.every((place) => places.includes(place));
    const options = order.map((option, place) => ({
      chosen: item.kind !== 'order' && places.includes(place),
      right: item.kind === 'order' || isRightAt(place),
      ...(item.options[option]?.because === undefined ? {} : { because: item.options[option].because }),
      ...(item.kind === 'order' ? { placeInOrder: option } : {}),
    }));
    const state = !correct ? 'wrong' : tryNumber === 1 ? 'firstTry' : 'later';
    return { item: id, correct, points: correct ? 1 : 0, options, explanation: item.explanation, state };
  }

  #hint({ item: id, number }: { item: string; number: number }): Response {
    const hints = this.#item(id).hints ?? [];
    const text = hints[number - 1];
    return text === undefined ? refuse(404, 'no-hint') : json(200, { text, left: hints.length - number });
  }
}
