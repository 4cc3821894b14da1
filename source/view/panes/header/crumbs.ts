import type {Line} from '../../../format/span.ts';
import {describeTarget} from '../../../store/logs/describe-target.ts';
import {selectionTarget, shownTarget} from '../../../store/logs/select-target.ts';
import type {State} from '../../../store/state.ts';
import {shortTitles, type ViewId, views, viewTitles} from '../../../store/views.ts';
import type {View} from '../../view.ts';
import {keyOf} from '../../widgets/key-name.ts';
import {bold, clickable, plain, shorten, styled} from '../../widgets/spans.ts';

/** What is open, from the outside in: `shop`, `api`, `logs`. Nothing where the list has the keys: it says all itself. */
const crumbs = (state: State): readonly string[] => {
	const {view, focus, tab, zoomed} = state.frame;
	if (view !== 'dashboard') return [viewTitles[view]];
	if (focus === 'list') return zoomed ? [viewTitles.dashboard] : [];
	// Only a log stays on what was opened; the other tabs show the selection.
	const target = tab === 'logs' ? shownTarget(state) : selectionTarget(state);
	const path = target === undefined ? [] : describeTarget(state, target).split('/');
	return [...path.filter(step => step !== '*'), tab];
};

/** So that one long name leaves room for what follows it. */
const mostCells = {wide: 24, narrow: 14};

/** `▸ shop `: one part for each step. */
export const crumbParts = ({state, symbols, size}: View): readonly Line[] => {
	const steps = crumbs(state);
	const most = size === 'M' || size === 'L' ? mostCells.wide : mostCells.narrow;
	return steps.map((step, index): Line => {
		const text = index === steps.length - 1 ? bold(step) : plain(step);
		return [
			styled('muted', `${symbols.closed} `),
			...shorten([text], most, symbols.ellipsis),
			plain(index === steps.length - 1 ? '  ' : ' '),
		];
	});
};

/** So many cells has the longest of the short titles. */
const mostTitle = Math.max(...Object.values(shortTitles).map(title => title.length));

/**
 * `1 containers 2 stats 3 problems`, the one that is shown stands out; the longest first. The shortest form has
 * one title alone, and is as long whichever that is: nothing beside it moves from screen to screen.
 */
export const viewsParts = (view: View): readonly Line[] => {
	const {view: shown} = view.state.frame;
	const part = (titleOf: (id: ViewId) => string): Line => [
		...views.flatMap(id => viewSpans(view, id, titleOf(id))),
		plain(' '),
	];
	return [
		part(id => viewTitles[id]),
		part(id => (id === 'dashboard' ? shortTitles[id] : viewTitles[id])),
		part(id => shortTitles[id]),
		[
			...views.flatMap(id => viewSpans(view, id, id === shown ? shortTitles[id] : '')),
			plain(' '.repeat(mostTitle - shortTitles[shown].length)),
		],
	];
};

const viewSpans = (view: View, id: ViewId, text: string): Line => {
	const isShown = view.state.frame.view === id;
	const command = `view.${id}`;
	const key = keyOf(view, command);
	const words = [key ?? '', text].filter(Boolean).join(' ');
	if (words === '') return [];
	const title = isShown ? styled('accent', words, {bold: true}) : styled('muted', words);
	return [...clickable(command, [title]), plain(' ')];
};
