/** What customers write about themselves though nobody asked: made up, different for each, and of a form that is found again. */
interface Planted {
  readonly kind: "phone" | "resident" | "card" | "account" | "e-mail" | "address";
  readonly say: (n: number) => string;
  /** Finds it in any text, however it was written. */
  readonly found: RegExp;
}

const digits = (n: number, width: number): string => String(n % 10 ** width).padStart(width, "0");
const GAP = "[-\\s.·]*";
/** Digits with anything between them that people write there. */
const spread = (text: string): string => [...text].join(GAP);

export const PLANTED: readonly Planted[] = [
  { kind: "phone", say: (n) => `제 번호는 010-5739-${digits(n, 4)}이에요`, found: new RegExp(spread("0105739")) },
  { kind: "resident", say: (n) => `주민번호 870314-2${digits(n, 6)}예요`, found: new RegExp(spread("8703142")) },
  { kind: "card", say: (n) => `카드는 ${cardNumber(n)}이에요`, found: new RegExp(spread("41115739")) },
  {
    kind: "account",
    say: (n) => `국민은행 계좌 573904-01-${digits(n, 6)}로 넣어 주세요`,
    found: new RegExp(spread("57390401")),
  },
  { kind: "e-mail", say: (n) => `메일은 someone${n}@planted-mail.com이에요`, found: /planted-mail|someone\d/ },
  {
    kind: "address",
    say: (n) => `주소는 서울시 마포구 은하수로 ${(n % 900) + 1} 101동 1203호예요`,
    found: /은하수로\s*\d|101동|1203호/,
  },
];

/** With the check digit of a real one. */
function cardNumber(n: number): string {
  const body = `41115739${digits(n, 7)}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(.{4})(?=.)/g, "$1-");
}

/** How many of the texts hold an identifier that was planted, by kind. */
export function findPlanted(texts: Iterable<string>): Readonly<Record<string, number>> {
  const found = new Map<string, number>(PLANTED.map(({ kind }) => [kind, 0]));
  for (const text of texts) {
    for (const { kind, found: form } of PLANTED) if (form.test(text)) found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries(found);
}
