import 'server-only';
import type { ApiError } from '@/lib/quiz/public';
import type { Locale, Text } from '@/lib/text';

/** Every code that `/api` refuses with: its status and its sentence. Codes are for programs and never change. */
const refusals = {
  'malformed-json': [400, { en: 'The request is not valid JSON.', zh: '请求不是有效的 JSON。' }],
  'invalid-body': [
    400,
    { en: 'The request does not have the expected fields.', zh: '请求的字段与预期不符。' },
  ],
  'wrong-sign-in': [
    401,
    {
      en: 'The e-mail address or the password is wrong. Nothing was changed.',
      zh: '邮箱或密码不正确。没有任何改动。',
    },
  ],
  'signed-out': [401, { en: 'You are signed out. Sign in again.', zh: '你已退出登录，请重新登录。' }],
  'wrong-password': [
    403,
    { en: 'This is not your password. Nothing was changed.', zh: '密码不正确。没有任何改动。' },
  ],
  'fresh-session-needed': [
    403,
    {
      en: 'You signed in a while ago. Type your password to show that it is you. Nothing was deleted.',
      zh: '距离上次登录已有一段时间。请输入密码确认是你本人。没有删除任何内容。',
    },
  ],
  'cross-origin': [
    403,
    { en: 'Requests from other sites are not accepted.', zh: '不接受来自其他站点的请求。' },
  ],
  'unknown-lesson': [404, { en: 'There is no such lesson.', zh: '没有这一课。' }],
  'unknown-section': [404, { en: 'The lesson has no such section.', zh: '这一课没有这个小节。' }],
  'unknown-item': [404, { en: 'The quiz has no such question.', zh: '测验里没有这道题。' }],
  'unknown-hint': [404, { en: 'The question has no more hints.', zh: '这道题没有更多提示了。' }],
  'unknown-lab': [404, { en: 'The lesson has no such lab.', zh: '这一课没有这个实验。' }],
  'unknown-path': [404, { en: 'Nothing answers to this address.', zh: '这个地址没有对应的内容。' }],
  'unknown-table': [404, { en: 'There is no such table.', zh: '没有这张表。' }],
  'unknown-class': [404, { en: 'There is no such class.', zh: '没有这个班级。' }],
  'unknown-code': [
    404,
    {
      en: 'This code leads to no class. Check it, or ask for a new one.',
      zh: '这个代码没有对应的班级，请核对，或向老师要一个新的。',
    },
  ],
  'unknown-words': [
    404,
    {
      en: 'These words lead to nobody. Check each of the four, and their order.',
      zh: '这些单词没有对应的学习者，请核对四个单词及其顺序。',
    },
  ],
  'signed-in': [
    409,
    {
      en: 'An account is signed in here. Sign out first, then type the four words.',
      zh: '这里已登录一个账号。请先退出登录，再输入四个单词。',
    },
  ],
  'words-of-account': [
    409,
    {
      en: 'Who had these words has an account by now. Sign in to it instead.',
      zh: '这四个单词的主人现在有账号了，请改用账号登录。',
    },
  ],
  'account-needed': [403, { en: 'Sign in to make a class.', zh: '请先登录，再创建班级。' }],
  'owner-only': [403, { en: 'Only the owner of the class may do this.', zh: '只有班级的创建者可以这样做。' }],
  'unknown-attempt': [
    404,
    {
      en: 'This quiz was opened by somebody else or is gone. Load it again.',
      zh: '这份测验由他人打开或已不存在，请重新加载。',
    },
  ],
  'email-taken': [
    409,
    {
      en: 'There is an account with this address already. Sign in to it.',
      zh: '这个邮箱已有账号，请直接登录。',
    },
  ],
  'signed-in-already': [
    409,
    { en: 'You are signed in already. Sign out first.', zh: '你已经登录，请先退出。' },
  ],
  'already-answered': [409, { en: 'This try was answered already.', zh: '这一次作答已经提交过。' }],
  'try-not-open': [
    409,
    { en: 'This try is not open. Load the quiz again.', zh: '这一次作答尚未开放，请重新加载测验。' },
  ],
  'learner-gone': [
    409,
    {
      en: 'Your progress was moved or deleted in another window. Load the page again.',
      zh: '你的进度已在另一个窗口中转移或删除，请重新加载页面。',
    },
  ],
  'nickname-taken': [
    409,
    {
      en: 'Somebody in the class has this nickname. Choose another one.',
      zh: '班里已有人用这个昵称，请换一个。',
    },
  ],
  'submission-reused': [
    409,
    { en: 'This submission was used for another answer.', zh: '这个提交编号已用于另一份答案。' },
  ],
  'body-too-large': [413, { en: 'The request is larger than 64 KiB.', zh: '请求超过 64 KiB。' }],
  'not-json': [415, { en: 'Send the request as application/json.', zh: '请以 application/json 发送请求。' }],
  'nothing-chosen': [422, { en: 'Nothing is chosen yet.', zh: '还没有选择任何选项。' }],
  'one-choice-only': [422, { en: 'Choose one option.', zh: '请选择一个选项。' }],
  'place-out-of-range': [
    422,
    { en: 'The answer names an option that is not there.', zh: '答案中有不存在的选项。' },
  ],
  'place-twice': [422, { en: 'The answer names an option twice.', zh: '答案中有重复的选项。' }],
  'not-every-step': [422, { en: 'Put every step in its place.', zh: '请为每个步骤排定位置。' }],
  'wrong-form': [
    422,
    { en: 'The answer does not have the form of this question.', zh: '答案的形式与这道题不符。' },
  ],
  'not-a-number': [422, { en: 'Write a number, such as 12 or 0.5.', zh: '请填写一个数字，例如 12 或 0.5。' }],
  'unknown-unit': [
    422,
    { en: 'The unit is not known here. Write the number alone.', zh: '无法识别这个单位，请只填写数字。' },
  ],
  'text-too-long': [422, { en: 'The text is too long for this blank.', zh: '这一空填写的内容太长。' }],
  'not-yaml': [
    422,
    {
      en: 'With these words the manifest is not valid YAML. Nothing was counted; mend it and answer again.',
      zh: '填入之后，清单不是有效的 YAML。这次没有计分，请修改后再提交。',
    },
  ],
  'answered-by-log': [
    422,
    { en: 'This question is answered in its lab.', zh: '这道题要在对应的实验里完成。' },
  ],
  'bad-name': [422, { en: 'Write a name that is not too long.', zh: '请填写名称，且不要太长。' }],
  'bad-email': [
    422,
    { en: 'This is not an e-mail address. Check it.', zh: '这不是有效的邮箱地址，请核对。' },
  ],
  'password-too-short': [
    422,
    { en: 'The password is shorter than 10 characters.', zh: '密码少于 10 个字符。' },
  ],
  'password-too-long': [
    422,
    { en: 'The password is longer than 128 characters.', zh: '密码超过 128 个字符。' },
  ],
  'password-too-common': [
    422,
    {
      en: 'This password is one of the first that anybody would try. Choose another one.',
      zh: '这个密码太容易被猜到，请换一个。',
    },
  ],
  'lab-not-solved': [422, { en: 'The run does not reach every goal.', zh: '这次操作没有达到全部目标。' }],
  'too-many-tries': [
    429,
    { en: 'Too many tries. Wait a few minutes, then try again.', zh: '尝试次数太多，请过几分钟再试。' },
  ],
  'too-fast': [
    429,
    {
      en: 'Too much came within a short time. Wait a little and send it again; what was saved is kept.',
      zh: '短时间内请求过多，请稍候再发送；已经保存的都在。',
    },
  ],
  internal: [500, { en: 'Something went wrong here. Try again.', zh: '服务器出了问题，请重试。' }],
  'storage-unavailable': [
    503,
    {
      en: 'Progress cannot be saved right now. Try again in a moment.',
      zh: '暂时无法保存进度，请稍后重试。',
    },
  ],
} satisfies Record<string, readonly [status: number, message: Text]>;

export type RefusalCode = keyof typeof refusals;

/** Seconds after which a client may ask again, for a fault that passes. */
const RETRY_AFTER_S = 5;

/** Thrown anywhere below a route; the route answers with it. `extra` is put beside `error` in the body. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** When a client may ask again, for a refusal that passes. */
    readonly retryAfterS: number = RETRY_AFTER_S,
  ) {
    super(code);
  }

  toResponse(locale: Locale): Response {
    const [status, message] = refusals[this.code];
    const body: ApiError = { error: { code: this.code, message: message[locale] } };
    const headers = new Headers({ 'cache-control': 'no-store' });
    if (status === 503 || status === 429) headers.set('retry-after', String(this.retryAfterS));
    return Response.json({ ...this.extra, ...body }, { status, headers });
  }
}
