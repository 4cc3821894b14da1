import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Confirm} from '../../store/overlay.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyName, keyOf} from '../widgets/key-name.ts';
import {bold, clickable, plain, shorten, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

/** Corners, and a line and a blank on each side of the title. */
const titleEdges = 6;

/** A question whose answer is No unless `y` is pressed. */
export const confirmOverlay: OverlaySpec<'confirm'> = {
	place(view, {confirm}, screen) {
		const widest = Math.max(
			lineWidth([plain(confirm.title)]) + 18,
			...confirm.lines.map(text => lineWidth([plain(text)]) + 2),
			lineWidth(answers(view, Number.POSITIVE_INFINITY)) + 2,
		);
		const width = Math.min(widest + 2, screen.columns - 2);
		return centred(screen, width, bodyLines(view, confirm, width - 2, screen.rows).length + 2);
	},
	cutsTarget: ({confirm}, {width, height}) =>
		questionLines(confirm, width - 2).length + answerRows > height - 2 && !fitsEdge(confirm, width),
	paint(view, {confirm}, width, height) {
		return frame({
			width,
			height,
			title: [bold(fitsEdge(confirm, width) ? confirm.title : confirm.title.replace(/ .*/s, '?'))],
			right: [styled('muted', 'default: No')],
			body: bodyLines(view, confirm, width - 2, height - 2),
			focused: true,
			symbols: view.symbols,
		});
	},
};

const fitsEdge = ({title}: Confirm, width: number): boolean =>
	lineWidth([plain(title)]) <= width - titleEdges;

/** The whole question where the edge has no room for it; a target must never be guessed. */
const questionLines = (confirm: Confirm, width: number): readonly Line[] =>
	fitsEdge(confirm, width + 2)
		? []
		: wrapWords(confirm.title, width - 2).map((text): Line => [bold(` ${text}`)]);

const answerRows = 1;

/**
 * The question and the answers whatever the height, then what follows from it, then the names of what
 * it is about, of which only so many are left out as do not fit.
 */
const bodyLines = (
	view: View,
	confirm: Confirm,
	width: number,
	height: number,
): readonly Line[] => {
	const question = questionLines(confirm, width);
	const count = confirm.lines.findLastIndex(isNaming) + 1;
	const named = confirm.lines
		.slice(0, count)
		.map(text => shorten(toLine(text), width - 1, view.symbols.ellipsis));
	const sentences = confirm.lines.slice(count).flatMap(text => wrapWords(text, width - 2));
	const room = Math.max(0, height - question.length - answerRows);
	const after = [...sentences.map(toLine), []].slice(0, room);
	const names = someOf(named, room - after.length);
	const answer: Line = [plain(' '), ...answers(view, width - 2)];
	return [...question, ...names, ...after, answer].slice(-Math.max(1, height));
};

const someOf = (named: readonly Line[], room: number): readonly Line[] => {
	if (named.length <= room) return named;
	const kept = named.slice(0, Math.max(0, room - 1));
	return room <= 0 ? [] : [...kept, toLine(`and ${named.length - kept.length} more`)];
};

/** Name, id and state of a container stand two spaces apart; a sentence has no such gaps. */
const isNaming = (text: string): boolean => text.includes('  ');

const toLine = (text: string): Line => [plain(` ${text}`)];

/** `n, Esc or Enter` */
const inWords = (keys: readonly string[]): string =>
	keys.join(', ').replace(/, ([^,]*)$/, ' or $1');

/** In as many words as fit. */
const answers = (view: View, width: number): Line => {
	const no = clickable('confirm.no', [styled('accent', '[ No ]', {bold: true})]);
	const key = styled('warn', keyOf(view, 'confirm.yes') ?? '', {bold: true});
	const yes = (words: string): Line => clickable('confirm.yes', [key, plain(` ${words}`)]);
	const refusing = (view.keymap.byId.get('confirm.no')?.keys ?? [])
		.slice(0, 3)
		.map(chord => keyName(chord, view.symbols));
	const refusal = styled('muted', `   ${inWords(refusing)}: No`);
	const lines: readonly Line[] = [
		[...no, plain('   '), ...yes('Yes, do it'), refusal],
		[...no, plain('   '), ...yes('Yes, do it')],
		[...no, plain('  '), ...yes('Yes')],
	];
	return lines.find(line => lineWidth(line) <= width) ?? lines.at(-1) ?? [];
};
