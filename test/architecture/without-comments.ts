const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/.source;
const REGEX = /(?<=(?:^|[=(,:[!&|?{};>]|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//.source;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/.source;
const TOKEN = new RegExp(`${STRING}|${REGEX}|(?<comment>${COMMENT})`, "gm");

/** The same code with its comments blanked; every line keeps its number. */
export const withoutComments = (code: string): string =>
  code.replace(TOKEN, (token, ...rest) => {
    const groups: { readonly comment?: string } = rest[rest.length - 1];
    return groups.comment === undefined ? token : token.replace(/[^\n]/g, " ");
  });
