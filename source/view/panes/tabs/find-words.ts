import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import type {LogPattern} from '../../../model/logs/log-pattern.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {TabBody} from './tab.ts';

/** The lines on which it is found, ascending. Looks at what is painted, so at no secret that is masked. */
export const hitLines = ({lines}: TabBody, {expression}: LogPattern): readonly number[] => {
	if (latest?.lines !== lines || latest.expression !== expression) {
		const isHit = (line: Line): boolean => expression !== undefined && has(line, expression);
		const hits = lines.flatMap((line, index) => (isHit(line) ? [index] : []));
		latest = {lines, expression, hits};
	}
	return latest.hits;
};

let latest:
	| {
			readonly lines: readonly Line[];
			readonly expression: RegExp | undefined;
			readonly hits: readonly number[];
	  }
	| undefined;

const has = (line: Line, expression: RegExp): boolean =>
	line
		.map(({text}) => cleanText(text))
		.join('')
		.search(expression) >= 0;

/** `/ port  3/7`: how many lines have it up to the one that is looked at, and in all. */
export const findSpans = (body: TabBody, find: LogPattern | undefined, line: number): Line => {
	if (find === undefined) return [];
	const {text, problem} = find;
	const hits = hitLines(body, find);
	const place = `${hits.filter(hit => hit <= line).length}/${hits.length}`;
	const told = hits.length === 0 ? 'not found' : place;
	return [
		styled('accent', '/ ', {bold: true}),
		plain(text),
		problem === undefined ? styled('accent', `  ${told}`) : styled('err', `  ${problem}`),
	];
};
