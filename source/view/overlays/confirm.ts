import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Confirm} from '../../store/state.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;

/** A question whose answer is No unless `y` is pressed. */
export const confirmOverlay: OverlaySpec<'confirm'> = {
	place({symbols}, {confirm}, screen) {
		const widest = Math.max(
			lineWidth([plain(confirm.title)]) + 18,
			...confirm.lines.map(text => lineWidth([plain(text)]) + 2),
			lineWidth(answers(Number.POSITIVE_INFINITY)) + 2,
		);
		const width = Math.min(widest + 2, screen.columns - 2);
		return centred(screen, width, bodyLines(confirm, width - 2, screen.rows, symbols).length + 2);
	},
	cutsTarget: ({confirm}, width) => lineWidth([plain(confirm.title)]) > width - titleEdges,
	paint({symbols}, {confirm}, width, height) {
		return frame({
			width,
			height,
			title: [bold(confirm.title)],
			right: [styled('muted', 'default: No')],
			body: bodyLines(confirm, width - 2, height - 2, symbols),
			focused: true,
			symbols,
		});
	},
};

/** What it is about, what follows from it, the answers; of a long list only as much as fits with them. */
const bodyLines = (
	confirm: Confirm,
	width: number,
	height: number,
	symbols: Symbols,
): readonly Line[] => {
	const count = confirm.lines.findLastIndex(isNaming) + 1;
	const sentences = confirm.lines.slice(count).flatMap(text => wrapWords(text, width - 2));
	const end: readonly Line[] = [...sentences.map(toLine), [], [plain(' '), ...answers(width - 2)]];
	const named = confirm.lines
		.slice(0, count)
		.map(text => shorten(toLine(text), width - 1, symbols.ellipsis));
	const room = Math.max(0, height - end.length);
	if (named.length <= room) return [...named, ...end];
	// Without an answer in sight the question could not be answered.
	if (room === 0) return end.slice(-Math.max(1, height));
	const kept = named.slice(0, room - 1);
	return [...kept, toLine(`and ${named.length - kept.length} more`), ...end];
};

/** Name, id and state of a container stand two spaces apart; a sentence has no such gaps. */
const isNaming = (text: string): boolean => text.includes('  ');

const toLine = (text: string): Line => [plain(` ${text}`)];

const answers = (width: number): Line => {
	const [no, yes]: readonly [Line, Line] = [
		[styled('accent', '[ No ]', {bold: true})],
		[styled('warn', 'y', {bold: true}), plain(' Yes, do it')],
	];
	const line: Line = [...no, plain('   '), ...yes];
	const whole: Line = [...line, styled('muted', '   Esc, n or Enter: No')];
	return lineWidth(whole) <= width ? whole : line;
};
