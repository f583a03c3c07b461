import { access } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HAND_OFF_REASONS } from "../core/case.ts";
import { LANGUAGES } from "../core/language.ts";
import { type ApprovedReply, approvalOf } from "./approved-reply.ts";
import { daySchema, intentSchema, localizedSchema, type PackFact } from "./schemas.ts";
import { type ContentError, type Parsed, readYaml } from "./yaml-file.ts";

/** So that it fits into every window of a desk. */
const LONGEST = 1_500;

const replySchema = z.strictObject({
  title: localizedSchema,
  fits: z.strictObject({
    intents: z.array(intentSchema).default([]),
    verdicts: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*$/)).default([]),
    reasons: z.array(z.enum(HAND_OFF_REASONS)).default([]),
  }),
  valid_from: daySchema,
  valid_to: daySchema.optional(),
  sources: z.array(z.string()).max(4).default([]),
  approved: z.string(),
  blanks: z.record(z.string().regex(/^[a-z_]+$/), localizedSchema).default({}),
  ko: z.string().min(1).max(LONGEST),
  en: z.string().min(1).max(LONGEST),
});

const repliesFileSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, "is no key like `late-exception`"),
  replySchema,
);

/** Reads `replies.yaml` of a pack, which need not have one. */
export async function loadReplies(
  root: string,
  folder: string,
  facts: ReadonlyMap<string, PackFact>,
): Promise<Parsed<readonly ApprovedReply[]>> {
  const file = `${folder}/replies.yaml`;
  if (!(await exists(join(root, file)))) return { ok: true, value: [] };
  const parsed = await readYaml(root, file, repliesFileSchema);
  if (!parsed.ok) return parsed;
  const read = Object.entries(parsed.value);
  const errors = read.flatMap(([key, reply]): readonly ContentError[] => {
    const line = parsed.lineOf([key]);
    return faultsOf(reply).map((message) => ({
      file,
      message: `${key}: ${message}`,
      ...(line === undefined ? {} : { line }),
    }));
  });
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: read.map(([key, reply]) => replyOf(key, reply, facts)) };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

type ReplyFile = z.infer<typeof replySchema>;

function replyOf(key: string, reply: ReplyFile, facts: ReadonlyMap<string, PackFact>): ApprovedReply {
  const { title, fits, sources, blanks, approved } = reply;
  const body = { ko: reply.ko.trim(), en: reply.en.trim() };
  return {
    ...{ key, title, fits, sources, blanks, body, approved },
    validFrom: reply.valid_from,
    ...(reply.valid_to === undefined ? {} : { validTo: reply.valid_to }),
    approval: approvalOf(body, facts),
  };
}

const BLANK = /\{\{customer\.([a-z_]+)\}\}/g;

/** What can be seen of a reply alone: its blanks are named, and nothing else in braces is left over. */
function faultsOf(reply: ReplyFile): readonly string[] {
  const declared = Object.keys(reply.blanks).sort().join(", ");
  const { intents, verdicts, reasons } = reply.fits;
  return [
    ...(intents.length + verdicts.length + reasons.length === 0 ? ["fits nothing"] : []),
    ...LANGUAGES.flatMap((language) => {
      const used = [...new Set([...reply[language].matchAll(BLANK)].map(([, name = ""]) => name))].sort().join(", ");
      const left = reply[language].replaceAll(BLANK, "").replaceAll(/\{\{fact\.[a-z0-9_.]+\}\}/g, "");
      return [
        ...(used === declared ? [] : [`has the blanks "${used}" in ${language} and declares "${declared}"`]),
        ...(/[{}〔〕]/.test(left) ? [`has braces in ${language} that are neither a fact nor a blank`] : []),
      ];
    }),
    ...(reply.valid_to !== undefined && reply.valid_to < reply.valid_from ? ["ends before it starts"] : []),
  ];
}
