import 'server-only';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth';
import { Refusal } from './refusal';

/** Letters and digits that are long enough and still the first that anybody tries, without what stands around them. */
const commonest = new Set(
  `password passwort kubernetes podium qwerty qwertyuiop qwertzuiop asdfghjkl zxcvbnm letmein welcome iloveyou sunshine princess football baseball
   superman batman dragon monkey shadow master michael jennifer trustno administrator admin changeme default secret computer internet
   starwars whatever liverpool abcdefghij abcdefghijk abc qazwsx qazwsxedc q1w2e3r4t5 1q2w3e4r5t 1qaz2wsx3edc woaini woaini1314 mima
   kubectl cluster container docker minikube etcd`.split(/\s+/),
);

/** Fewer different characters than this are no password, however many there are. */
const FEWEST_CHARACTERS = 5;

/**
 * Refuses a new password that is too short or too long, or that somebody would guess: of few characters, a run of the keyboard or of numbers,
 * one of the commonest words with digits around it, or the name or the address themselves. Whatever else is in it is nobody's business (ASVS 6.2.5).
 */
export function checkNewPassword(password: string, { name, email }: { name: string; email: string }): void {
  if ([...password].length < SHORTEST_PASSWORD) throw new Refusal('password-too-short');
  if (password.length > LONGEST_PASSWORD) throw new Refusal('password-too-long');
  const plain = password.normalize('NFKC').toLowerCase();
  const own = [name, email, email.split('@')[0] ?? ''].map((word) =>
    bare(word.normalize('NFKC').toLowerCase()),
  );
  const core = bare(plain);
  const isGuessed =
    new Set(plain).size < FEWEST_CHARACTERS ||
    isRun(plain) ||
    commonest.has(core) ||
    commonest.has(halved(core)) ||
    (core !== '' && own.includes(core)) ||
    plain === email.toLowerCase();
  if (isGuessed) throw new Refusal('password-too-common');
}

/** Without digits and signs at its ends, and with the letters that digits stand for. */
const bare = (word: string): string =>
  word
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll(/[@4]/g, 'a')
    .replaceAll(/[$5]/g, 's');

/** `passwordpassword` is `password`. */
function halved(word: string): string {
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}

/** Each character is the one before it, one more or one less: `1234567890`, `abcdefghij`, `9876543210`. */
function isRun(word: string): boolean {
  const codes = [...word].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? 0)));
  return steps.filter((step) => step <= 1 || step === 9).length >= steps.length - 1;
}
