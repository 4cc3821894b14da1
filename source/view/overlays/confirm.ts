import {lineWidth} from '../../format/line.ts';
import {shellWords} from '../../format/shell-words.ts';
import type {Line} from '../../format/span.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyName, keyOf} from '../widgets/key-name.ts';
import {clickable, plain, styled} from '../widgets/spans.ts';
import {
	leastForClients,
	questionBody,
	questionLines,
	titleFits,
	titleInEdge,
} from './confirm-body.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

/** A command that is longer goes on in the next line. */
const widestCommand = 76;

/** A question whose answer is No unless `y` is pressed. */
export const confirmOverlay: OverlaySpec<'confirm'> = {
	place(view, {confirm}, screen) {
		const answer = answers(view, Number.POSITIVE_INFINITY);
		const widest = Math.max(
			lineWidth([plain(confirm.title)]) + 18,
			...confirm.lines.map(text => lineWidth([plain(text)]) + 2),
			...(confirm.commands ?? []).map(argv =>
				Math.min(widestCommand, lineWidth([plain(shellWords(argv))]) + 2),
			),
			leastForClients(confirm),
			lineWidth(answer) + 2,
		);
		const width = Math.min(widest + 2, screen.columns - 2);
		const body = {width: width - 2, height: screen.rows, answer: [answer]};
		return centred(screen, width, questionBody(view, confirm, body).length + 2);
	},
	cutsTarget: ({confirm}, {width, height}) =>
		questionLines(confirm, width - 2).length + 1 > height - 2 && !titleFits(confirm, width),
	paint(view, {confirm}, width, height) {
		return frame({
			width,
			height,
			title: titleInEdge(confirm, width),
			right: [styled('muted', 'default: No')],
			body: questionBody(view, confirm, {
				...{width: width - 2, height: height - 2},
				answer: [[plain(' '), ...answers(view, width - 4)]],
			}),
			focused: true,
			symbols: view.symbols,
		});
	},
};

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
