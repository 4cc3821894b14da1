import type {Line, Token} from '../../../format/span.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** A level is near the start of its line. */
const searched = 120;

/** `ERROR` stands for itself; a word in small letters needs a `[`, `level=` or `"level":"` before it. */
const patterns: readonly RegExp[] = [
	/(?<![\w.-])(FATAL|CRITICAL|PANIC|ERROR|WARN(?:ING)?|INFO|DEBUG|TRACE)(?![\w.-])/d,
	/(?:\[|\b(?:level|lvl|severity)"?[=:] ?"?)(fatal|critical|crit|panic|error|warn(?:ing)?|info|notice|debug|trace)\b/di,
];

const tokens: ReadonlyArray<readonly [RegExp, Token]> = [
	[/^(?:fatal|crit|panic|error)/i, 'err'],
	[/^warn/i, 'warn'],
	[/^(?:debug|trace)/i, 'muted'],
];

/** A log line with the word that tells its level in colour, unless its program chose colours itself. */
export const withLevel = (spans: Line): Line => {
	const [only] = spans;
	if (spans.length !== 1 || only === undefined || only.style !== undefined) return spans;
	const {text} = only;
	const [place] = patterns
		.flatMap(pattern => {
			const found = pattern.exec(text.slice(0, searched))?.indices?.[1];
			return found === undefined ? [] : [found];
		})
		.toSorted(([a], [b]) => a - b);
	if (place === undefined) return spans;
	const word = text.slice(...place);
	const token = tokens.find(([name]) => name.test(word))?.[1];
	if (token === undefined) return spans;
	return [plain(text.slice(0, place[0])), styled(token, word), plain(text.slice(place[1]))];
};
