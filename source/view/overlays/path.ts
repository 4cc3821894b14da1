import {lineWidth} from '../../format/line.ts';
import {cleanText} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';
import {completePath} from '../../model/files/complete-path.ts';
import type {View} from '../view.ts';
import {keyOf} from '../widgets/key-name.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** Of the typed path, at least. */
const leastTyped = 24;
const mostCandidates = 12;
/** Of the name of the container, before it is shortened. */
const nameShare = 0.3;

/** The line where is typed which folder to go to, with how it could go on. */
export const pathOverlay: OverlaySpec<'path'> = {
	place: (view, _overlay, screen) =>
		filterOverlay.place(view, {kind: 'filter', text: '', before: ''}, screen),
	paint(view, {text, name}, width) {
		const {symbols} = view;
		const label = shorten(
			[styled('accent', ` go to ${cleanText(name)}:`, {bold: true})],
			Math.max(8, Math.floor(width * nameShare)),
			symbols.ellipsis,
		);
		const used = lineWidth(label);
		const typed = lastCells(text, Math.max(1, width - used - 2));
		const room = width - used - Math.max(leastTyped, lineWidth([plain(typed)]) + 1) - 1;
		const help = shorten(helpSpans(view, text), Math.max(0, room), symbols.ellipsis);
		const line = [...label, plain(typed), styled('accent', '_')];
		return [sides(line, help, width, symbols.ellipsis)];
	},
};

const helpSpans = (view: View, text: string): Line => {
	const {known} = view.state.files;
	const {candidates} = completePath(text, folder => known.get(folder));
	if (candidates.length === 0) return [];
	const key = keyOf(view, 'path.complete');
	const names = candidates.slice(0, mostCandidates).map(cleanText).join('  ');
	const more =
		candidates.length > mostCandidates ? `  and ${candidates.length - mostCandidates} more` : '';
	return [
		...(key === undefined ? [] : [styled('info', ` ${key} `, {bold: true})]),
		styled('muted', `${names}${more} `),
	];
};
