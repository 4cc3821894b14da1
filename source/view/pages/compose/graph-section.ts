import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import type {Graph} from '../../../model/compose/graph-shape.ts';
import type {ComposeEntry, ProjectEntry} from '../../../store/select-compose.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {graphLines, graphOf, isTooMuch} from './graph.ts';
import {glyphsOf} from './graph-glyphs.ts';
import {waitList} from './wait-list.ts';

/** Rule and legend, and a blank before each. */
const edgeRows = 4;

interface SectionPlace {
	readonly width: number;
	readonly height: number;
}

/** What waits for what, with a title: drawn, or listed where it is too big; nothing where there is no room for all of a drawing. */
export const graphSection = (
	view: View,
	entry: ComposeEntry,
	project: ProjectEntry,
	{width, height}: SectionPlace,
): readonly Line[] => {
	const graph = graphOf(project);
	if (isTooMuch(project.services) || !graph.isDrawable)
		return waitList(view, project, {width, height});
	const others = [
		...sentenceOf('by themselves', graph.alone, width, 'muted'),
		...sentenceOf('in a circle', graph.circle, width, 'warn'),
	];
	const drawn = graphLines(view, project, {
		...{width, height: height - edgeRows - others.length},
		...(entry.kind === 'service' ? {chosen: entry.name} : {}),
	});
	if (drawn.length === 0) return [];
	const title = [plain('what waits for what')];
	return [
		[],
		rule({width, title, focused: false, symbols: view.symbols}),
		...drawn,
		[],
		...others,
		legend(view),
	];
};

const sentenceOf = (
	label: string,
	names: readonly string[],
	width: number,
	token: 'muted' | 'warn',
): readonly Line[] =>
	names.length === 0
		? []
		: wrapWords(`${label}: ${names.map(cleanText).join(', ')}`, width - 2).map(
				(text): Line => [styled(token, ` ${text}`)],
			);

const legend = ({symbols}: View): Line => {
	const {across, acrossUnmet, arrow} = glyphsOf(symbols);
	return [
		styled('muted', ` ${across}${across}${arrow} waits for  `),
		styled('err', `${acrossUnmet}${acrossUnmet}${arrow}`),
		styled('muted', ' and it is not so yet'),
	];
};

/** `cache, db ▸ api ▸ proxy`: who can start after whom, where there is no room for a drawing. */
export const orderWords = ({columns}: Graph, {closed}: {readonly closed: string}): string =>
	columns
		.map(({items}) => items.flatMap(({name, isPassing}) => (isPassing ? [] : [name])).join(', '))
		.toReversed()
		.join(` ${closed} `);
