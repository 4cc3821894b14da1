import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {reaches} from '../../model/logs/reach.ts';
import {logChips} from '../../store/logs/log-chips.ts';
import {chipSpans} from '../panes/logs/chips.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes, keyOf} from '../widgets/key-name.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import {windowStart} from '../widgets/window.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

/** Of a frame around them: the border, the sign of the row, and a blank at its end. */
export const pickerEdgeCells = 5;

/** The rows that fit, those around the chosen one, which has a sign. */
export const pickerRows = (
	rows: readonly Line[],
	index: number,
	height: number,
	symbols: Symbols,
): readonly Line[] => {
	const start = windowStart(index, rows.length, height);
	return rows
		.slice(start, start + Math.max(0, height))
		.map((row, place) =>
			start + place === index
				? [styled('accent', `${symbols.selected} `, {bold: true}), ...row]
				: [plain('  '), ...row],
		);
};

/** How far back the log reaches. */
export const sinceOverlay: OverlaySpec<'since'> = {
	place: (_view, _overlay, screen) => centred(screen, 32, reaches.length + 2),
	hit: (_view, overlay, spot, {height}) =>
		rowHit(overlay, reaches.length, {spot, height, command: 'since.choose'}),
	paint(view, {index}, width, height) {
		const {symbols} = view;
		const rows = reaches.map(({name}, place): Line => {
			const text = /^\d/.test(name) ? `last ${name}` : name;
			return [place === index ? styled('accent', text, {bold: true}) : plain(text)];
		});
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('reach back')],
			right: [styled('muted', keyOf(view, 'since.choose') ?? '')],
			body: pickerRows(rows, index, height - 2, symbols),
		});
	},
};

/** What hides a part of the log, to be taken away one by one. */
export const chipsOverlay: OverlaySpec<'chips'> = {
	place({state, symbols}, _overlay, screen) {
		const chips = logChips(state.logs).map(chip => lineWidth(chipSpans(chip, symbols)));
		return centred(
			screen,
			Math.max(36, ...chips.map(cells => cells + pickerEdgeCells)),
			chips.length + 2,
		);
	},
	hit: ({state}, overlay, spot, {height}) =>
		rowHit(overlay, logChips(state.logs).length, {spot, height, command: 'chips.remove'}),
	paint(view, {index}, width, height) {
		const {state, symbols} = view;
		const rows = logChips(state.logs).map(chip => chipSpans(chip, symbols));
		return frame({
			...{width, height, focused: true, symbols},
			title: [bold('filters')],
			right: [styled('muted', keyDoes(view, 'chips.remove', 'takes it away'))],
			body: pickerRows(rows, index, height - 2, symbols),
		});
	},
};
