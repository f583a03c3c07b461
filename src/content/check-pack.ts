import type { Facts } from "../core/fact.ts";
import { LANGUAGES } from "../core/language.ts";
import { decide } from "../policy/decide.ts";
import { checkAnswers, checkWords } from "./check-answers.ts";
import { checkReplies } from "./check-replies.ts";
import type { Pack } from "./content.ts";
import { answerInForce } from "./content.ts";
import type { PackCase } from "./schemas.ts";
import type { ContentError } from "./yaml-file.ts";

/** Everything that must hold across the files of a pack before it may speak. */
export function checkPack(pack: Pack, folder: string): readonly ContentError[] {
  const errors = [
    ...checkFacts(pack, folder),
    ...checkAnswers(pack, folder),
    ...checkQuestions(pack, folder),
    ...checkBands(pack, folder),
    ...checkIncident(pack, folder),
    ...checkReplies(pack, folder),
  ];
  return errors.length > 0 ? errors : checkCases(pack, folder);
}

function checkFacts(pack: Pack, folder: string): readonly ContentError[] {
  return [...pack.facts].flatMap(([key, fact]) => {
    const file = `${folder}/facts.*.yaml`;
    const unknown = fact.sources.filter((id) => !pack.sources.has(id));
    if (unknown.length > 0) return [{ file, message: `${key}: unknown source ${unknown.join(", ")}` }];
    const first = fact.sources.map((id) => pack.sources.get(id)?.date ?? "").sort()[0] ?? "";
    return fact.valid_from < first
      ? [{ file, message: `${key} is valid from ${fact.valid_from}, before its first source (${first})` }]
      : [];
  });
}

function checkQuestions(pack: Pack, folder: string): readonly ContentError[] {
  const asked = new Set(
    [...pack.policies.values()]
      .flat()
      .flatMap(({ policy }) => policy.facts.flatMap((fact) => (fact.from === "question" ? [fact.name] : []))),
  );
  return LANGUAGES.flatMap((language) => {
    const file = `${folder}/questions.${language}.yaml`;
    const questions = pack.questions[language];
    const other = pack.questions[language === "ko" ? "en" : "ko"];
    const missing = [...asked].filter((fact) => questions[fact] === undefined);
    const words = Object.values(questions).flatMap(({ ask, why }) => checkWords(pack, `${ask} ${why}`, file));
    const options = Object.entries(questions)
      .filter(([fact, { options }]) => Object.keys(options).join() !== Object.keys(other[fact]?.options ?? {}).join())
      .map(([fact]) => ({ file, message: `${fact} has other options than the other language` }));
    return [...missing.map((fact) => ({ file, message: `no question for ${fact}` })), ...options, ...words];
  });
}

/** A band stands for one of the options that are asked about. */
function checkBands({ utterances, questions }: Pack, folder: string): readonly ContentError[] {
  return Object.entries(utterances.facts).flatMap(([fact, { births, ages }]) =>
    Object.keys(births ?? ages ?? {})
      .filter((value) => questions.ko[fact]?.options[value] === undefined)
      .map((value) => ({
        file: `${folder}/utterances.yaml`,
        message: `${fact} has a band for ${value}, which is no option`,
      })),
  );
}

function checkIncident({ incident, facts, policies, answers }: Pack, folder: string): readonly ContentError[] {
  const file = `${folder}/incident.yaml`;
  const phones = incident.contacts
    .filter(({ phone }) => facts.get(phone)?.unit !== "phone")
    .map(({ id }) => ({ file, message: `contact ${id} names no phone fact` }));
  const benefits = Object.keys(incident.benefits)
    .filter((benefit) => !policies.has(benefit))
    .map((benefit) => ({ file, message: `benefit ${benefit} has no policy` }));
  const stuck = Object.entries(incident.benefits)
    .filter(([, benefit]) => !answers.has(benefit.stuck))
    .map(([id, benefit]) => ({ file, message: `benefit ${id} has no answer ${benefit.stuck}` }));
  return [...phones, ...benefits, ...stuck];
}

/** The pack's own tests: situation and day give the verdict, and every verdict has words on that day. */
function checkCases(pack: Pack, folder: string): readonly ContentError[] {
  const file = `${folder}/cases.yaml`;
  return pack.cases.flatMap((example) => {
    const verdict = decide(pack.policies.get(example.benefit) ?? [], factsOf(example), example.asOf);
    const codes = verdict.kind === "needs" ? [] : verdict.reasons.map(({ code }) => code);
    const asks = verdict.kind === "needs" ? verdict.ask : undefined;
    const right =
      verdict.kind === example.verdict &&
      codes.toSorted().join() === example.reasons.toSorted().join() &&
      (example.asks === undefined || example.asks === asks);
    const wordless = codes.filter((code) => answerInForce(pack, code, example.asOf) === undefined);
    return [
      ...(right ? [] : [{ file, message: `"${example.name}" gives ${verdict.kind} ${codes.join(",")}${asks ?? ""}` }]),
      ...wordless.map((code) => ({ file, message: `"${example.name}": no answer for ${code} on ${example.asOf}` })),
    ];
  });
}

const factsOf = ({ facts }: PackCase): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value === "string") return [name, { state: "known", value, from: "customer" }];
      return [name, { state: "unsure" in value ? "unsure" : "declined" }];
    }),
  );
