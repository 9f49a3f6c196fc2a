/** The report on a whole workspace, as the command writes it, for the editor's Markdown preview. */
import { type Command, output, Trouble } from "./command";

const LONGEST = 600_000;

const LISTS = { select: "--select", extendSelect: "--extend-select", ignore: "--ignore" } as const;
const SINGLE = {
  profile: "--profile",
  minConfidence: "--min-confidence",
  settings: "--settings",
  today: "--today",
} as const;

/** Return what the command line says for the editor's settings, so that the report holds what the margin does. */
export function reportArguments(section: unknown): string[] {
  const given = typeof section === "object" && section !== null ? (section as Record<string, unknown>) : {};
  const told = ["check", "--jobs", "0", "--exit-zero", "--format", "markdown"];
  for (const [key, option] of Object.entries(LISTS)) {
    const names = given[key];
    if (Array.isArray(names) && names.length > 0) {
      told.push(option, names.join(","));
    }
  }
  for (const [key, option] of Object.entries(SINGLE)) {
    const value = given[key];
    if ((typeof value === "string" && value) || typeof value === "number") {
      told.push(option, String(value));
    }
  }
  for (const pack of Array.isArray(given["rules"]) ? given["rules"] : []) {
    told.push("--rules", String(pack));
  }
  return told;
}

/** Return the report on a folder in Markdown. Files that could not be checked are told in it. Throws Trouble. */
export async function report(command: Command, section: unknown, folder: string): Promise<string> {
  try {
    return await output(command, [...reportArguments(section), "."], folder, LONGEST);
  } catch (error) {
    if (error instanceof Trouble && error.printed?.startsWith("## ")) {
      return error.printed; // it tells itself of what could not be checked
    }
    throw error;
  }
}
