import type { Mention } from "../core/understanding.ts";
import { COMPANIES, type Company } from "./companies.ts";
import { toLowerInPlace } from "./phrases.ts";

/** A company and where it is named. */
export interface NamedCompany {
  readonly company: Company;
  readonly at: number;
  readonly evidence: string;
}

const ANY = new RegExp(COMPANIES.map(({ pattern }) => pattern.source).join("|"));

/** The companies that a text names, in order; a name inside a longer one does not count. */
export function readCompanies(text: string): readonly NamedCompany[] {
  const lower = toLowerInPlace(text);
  if (!ANY.test(lower)) return [];
  const found = COMPANIES.flatMap((company) =>
    [...lower.matchAll(company.pattern)].map(({ 0: words, index }) => ({
      company,
      at: index,
      evidence: text.slice(index, index + words.length),
    })),
  );
  const isInside = (one: NamedCompany) =>
    found.some(
      (other) =>
        other !== one &&
        other.at <= one.at &&
        other.at + other.evidence.length >= one.at + one.evidence.length &&
        other.evidence.length > one.evidence.length,
    );
  return found.filter((one) => !isInside(one)).sort((a, b) => a.at - b.at);
}

/** True for a name by which an incident pack calls its own company. */
export const isNameOf = (company: Company, name: string): boolean => {
  const lower = toLowerInPlace(name.trim());
  return [...lower.matchAll(company.pattern)].some(({ 0: words }) => words.length === lower.length);
};

export const toMention = ({ company, at, evidence }: NamedCompany): Mention => ({
  kind: "company",
  value: company.id,
  name: company.name,
  evidence,
  at,
});
