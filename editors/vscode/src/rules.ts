/** The catalogue of rules, as `whosays rules --format json` gives it. */

/** One row of the catalogue. */
export interface Rule {
  readonly rule: string;
  readonly severity: string;
  readonly summary: string;
  readonly on: boolean;
  readonly preview: boolean;
}

/** What a list to pick from shows of a rule. */
export interface Pick {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** Read the catalogue. Throws SyntaxError or TypeError where it is none. */
export function readRules(json: string): Rule[] {
  const { rules } = JSON.parse(json) as { rules?: Rule[] };
  if (!Array.isArray(rules)) {
    throw new TypeError("whosays rules --format json: no list of rules");
  }
  return rules;
}

/** Return what to pick from: the rules of the findings at hand first, then all in their order. */
export function picks(rules: readonly Rule[], athand: readonly string[]): Pick[] {
  const first = rules.filter(({ rule }) => athand.includes(rule));
  const rest = rules.filter(({ rule }) => !athand.includes(rule));
  return [...first, ...rest].map((rule) => ({
    label: rule.rule,
    description: [rule.severity, rule.preview ? "in preview" : "", rule.on ? "" : "off by default"]
      .filter(Boolean)
      .join(", "),
    detail: rule.summary,
  }));
}

/** Say what a check of the workspace came to. */
export function checked(result: unknown): string {
  const { files, findings } = result as { files: number; findings: number };
  const where = files === 1 ? "1 file that is not open" : `${files} files that are not open`;
  return `whosays: ${findings === 1 ? "1 finding" : `${findings} findings`} in ${where}.`;
}
