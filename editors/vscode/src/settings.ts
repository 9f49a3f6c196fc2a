/** What of the editor's settings concerns the server, and which texts it is asked about. */

/** The keys of the section `whosays` that the server takes; the others are the extension's own. */
export const SERVER_KEYS = [
  "profile",
  "select",
  "extendSelect",
  "ignore",
  "minConfidence",
  "rules",
  "settings",
  "today",
  "delay",
  "pause",
  "lenses",
  "semanticTokens",
  "workspace",
] as const;

/** Languages of texts, by VS Code's identifiers; what it has no name for is plaintext, and read by its suffix. */
export const TEXTS = [
  "markdown",
  "plaintext",
  "restructuredtext",
  "latex",
  "tex",
  "html",
  "asciidoc",
  "org",
  "mediawiki",
  "wikitext",
  "typst",
  "mdx",
  "quarto",
  "rmd",
] as const;

/** Languages of programs, of which comments and docstrings are read. */
export const PROGRAMS = [
  "c",
  "cpp",
  "git-commit",
  "go",
  "java",
  "javascript",
  "javascriptreact",
  "python",
  "rust",
  "shellscript",
  "typescript",
  "typescriptreact",
] as const;

/** Return what the server is told of the section `whosays`. */
export function forServer(section: unknown): Record<string, unknown> {
  const given = typeof section === "object" && section !== null ? (section as Record<string, unknown>) : {};
  return Object.fromEntries(SERVER_KEYS.filter((key) => key in given).map((key) => [key, given[key]]));
}

/** Return which texts the server is asked about: files and those that have no name yet. */
export function selector(programs: boolean): { scheme: string; language: string }[] {
  const languages: readonly string[] = programs ? [...TEXTS, ...PROGRAMS] : TEXTS;
  return ["file", "untitled"].flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}
