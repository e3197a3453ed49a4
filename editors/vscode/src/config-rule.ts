/** Which rule a line of vartani.toml is about. */

/** A key that is the code of a rule, as in `"date/weekday" = "off"`. */
const CODE = /^\s*"([a-z]+\/[^"]+)"\s*=/u;
/** The head of a rule of the newsroom's own, also in a set. */
const PATTERN = /^\s*\[\[(?:pattern|sets\..+\.pattern)\]\]/u;
const TABLE = /^\s*\[/u;
const NAME = /^\s*name\s*=\s*["']([^"']+)["']/u;

/** The code of the rule, `style/NAME` for one of the newsroom's own; `undefined` if the line is about none. */
export function ruleOfLine(lines: readonly string[], line: number): string | undefined {
    const code = CODE.exec(lines[line] ?? '')?.[1];
    if (code !== undefined) {
        return code;
    }
    const head = lines.slice(0, line + 1).findLastIndex(text => TABLE.test(text));
    if (!PATTERN.test(lines[head] ?? '')) {
        return undefined;
    }
    const rest = lines.slice(head + 1);
    const end = rest.findIndex(text => TABLE.test(text));
    const name = (end < 0 ? rest : rest.slice(0, end)).map(text => NAME.exec(text)?.[1]).find(it => it !== undefined);
    return name === undefined ? undefined : `style/${name}`;
}
