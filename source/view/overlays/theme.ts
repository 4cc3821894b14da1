import {lineWidth} from '../../format/line.ts';
import type {Line, Span} from '../../format/span.ts';
import type {ThemeFacts} from '../../model/theme-facts.ts';
import {themeNames} from '../../store/select-themes.ts';
import type {State} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import {parseHex} from '../theme/rgb.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, plain, sides, styled} from '../widgets/spans.ts';
import {windowStart} from '../widgets/window.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {pickerEdgeCells, pickerRows} from './log-pickers.ts';
import type {OverlaySpec, ScreenSize} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

const width = 46;
const nameCells = 17;
/** Of what is wrong in a file. */
const problemRows = 3;
/** Of a small screen: the notes go before the rows do. */
const leastRows = 3;

/** Which colours; the screen is painted in those that the cursor is on. */
export const themeOverlay: OverlaySpec<'theme'> = {
	/** At the right, so that what is painted anew can be seen. */
	place: ({state}, _overlay, screen) => ({
		...centred(screen, width, rowCount(state) + extraRows(state, widthOn(screen)) + 2),
		left: Math.max(0, screen.columns - width - 1),
	}),
	hit({state}, {name}, spot, size) {
		const names = themeNames(state);
		const rows = rowsIn(state, size);
		const index = windowStart(names.indexOf(name), names.length, rows) + spot.y - 1;
		if (spot.y < 1 || spot.y > rows || index >= names.length) return undefined;
		const wanted = names[index];
		if (wanted === name) return {kind: 'command', id: 'theme.keep'};
		const overlay = {kind: 'theme', ...(wanted === undefined ? {} : {name: wanted})} as const;
		return {kind: 'dispatch', actions: [{type: 'overlay/changed', overlay}]};
	},
	paint(view, {name}, frameWidth, height) {
		const {state, symbols} = view;
		const names = themeNames(state);
		const shown = rowsIn(state, {width: frameWidth, height});
		const rows = names.map((each, place) =>
			rowOf(view, state.themes.all[place - 1], {isChosen: each === name, width: frameWidth}),
		);
		const facts = state.themes.all.find(each => each.name === name);
		const notes = [
			[],
			...aboutLines(state, facts, frameWidth),
			...notesOf(state, frameWidth).map(text => [plain(' '), styled('muted', text)]),
		];
		return frame({
			...{width: frameWidth, height, focused: true, symbols},
			title: [bold('theme')],
			right: [styled('muted', keyDoes(view, 'theme.keep', 'keeps it'))],
			body: [...pickerRows(rows, Math.max(0, names.indexOf(name)), shown, symbols), ...notes],
		});
	},
};

/** What the theme is made for, or what is wrong in it: as many lines for each, so that the frame keeps its size. */
const aboutLines = (
	state: State,
	facts: ThemeFacts | undefined,
	frameWidth: number,
): readonly Line[] => {
	const {problem, background} = facts ?? {};
	const madeFor =
		background === undefined
			? 'Dark or light, as the background is.'
			: `For a ${background} background, which stays.`;
	const lines = wrapWords(problem ?? madeFor, frameWidth - 4);
	const token = problem === undefined ? 'muted' : 'warn';
	return Array.from({length: aboutRows(state)}, (_, row): Line => {
		return [plain(' '), styled(token, lines[row] ?? '')];
	});
};

const rowCount = (state: State): number => themeNames(state).length;

const widthOn = ({columns}: ScreenSize): number => Math.min(width, columns - 2);

const aboutRows = ({themes}: State): number =>
	themes.all.some(({problem}) => problem !== undefined) ? problemRows : 1;

/** Below the themes, with the line that parts them. */
const extraRows = (state: State, frameWidth: number): number =>
	1 + aboutRows(state) + notesOf(state, frameWidth).length;

/** So many of its rows has a frame of this size. */
const rowsIn = (state: State, {width: frameWidth, height}: Pick<Rect, 'width' | 'height'>) => {
	const inside = Math.max(0, height - 2);
	const beside = Math.min(rowCount(state), inside - extraRows(state, frameWidth));
	return Math.max(Math.min(leastRows, inside), beside);
};

/** How what is chosen relates to what else says it. */
const notesOf = ({themes}: State, frameWidth: number): readonly string[] => {
	const {whyAlike, configured} = themes;
	const sentences = [
		...(whyAlike === undefined ? [] : [whyAlike]),
		configured === undefined
			? 'It is remembered. A theme in the configuration would win.'
			: `${configured.origin} says ${configured.name}: that holds again at the next start.`,
	];
	return sentences.flatMap(text => wrapWords(text, frameWidth - 4));
};

interface RowLook {
	readonly isChosen: boolean;
	readonly width: number;
}

const rowOf = (
	{symbols}: View,
	facts: ThemeFacts | undefined,
	{isChosen, width: frameWidth}: RowLook,
): Line => {
	const room = frameWidth - pickerEdgeCells;
	const name = (facts?.name ?? 'auto').padEnd(nameCells);
	const start = isChosen ? styled('accent', name, {bold: true}) : plain(name);
	const samples = facts?.colours.map(hex => sample(hex, symbols.running)) ?? [];
	const words =
		facts === undefined
			? 'as the terminal is'
			: [...(facts.isOwn ? ['yours'] : []), facts.background].join(', ');
	const left = [start, ...samples];
	// A small screen has room for the names alone.
	return lineWidth(left) + words.length < room
		? sides(left, [styled('muted', words)], room, symbols.ellipsis)
		: left;
};

/** In the colour itself, whatever the theme of the screen is. */
const sample = (hex: string, sign: string): Span => ({
	text: sign,
	style: {colour: {kind: 'rgb', isSample: true, ...parseHex(hex)}},
});
