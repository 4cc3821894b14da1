import {lineWidth} from '../../format/line.ts';
import {cleanText} from '../../format/sanitise.ts';
import type {Line} from '../../format/span.ts';
import type {Confirm, Overlay} from '../../store/overlay.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, plain, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import {leastForClients, questionBody, titleFits, titleInEdge} from './confirm-body.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

type ConfirmName = Extract<Overlay, {kind: 'confirm-name'}>;

const least = 50;

/** A question whose answer is No unless the name is typed. */
export const confirmNameOverlay: OverlaySpec<'confirm-name'> = {
	place(view, overlay, screen) {
		const {confirm, expected} = overlay;
		const cells = [confirm.title, ...confirm.lines].map(text => lineWidth([plain(text)]) + 4);
		const typing = lineWidth([plain(expected)]) * 2 + labelCells + 6;
		const width = Math.min(
			Math.max(least, typing, leastForClients(confirm), ...cells),
			screen.columns - 2,
		);
		const answer = answerLines(view, overlay, width - 2);
		const body = questionBody(view, confirm, {width: width - 2, height: screen.rows, answer});
		return centred(screen, width, body.length + 2);
	},
	cutsTarget: ({confirm, expected}, {width, height}) =>
		(!titleFits(confirm, width) && wrapWords(confirm.title, width - 4).length + 2 > height - 2) ||
		lineWidth([plain(expected)]) + labelCells > (width - 2) * 2,
	paint(view, overlay, width, height) {
		const {confirm} = overlay;
		return frame({
			...{width, height, focused: true, symbols: view.symbols},
			title: titleInEdge(confirm, width),
			right: [
				isFinal(confirm) ? styled('warn', 'cannot be undone') : styled('muted', 'default: No'),
			],
			body: questionBody(view, confirm, {
				...{width: width - 2, height: height - 2},
				answer: answerLines(view, overlay, width - 2),
			}),
		});
	},
};

/** Whether something is gone by it for good; a protected engine wants the name for all else too. */
const isFinal = ({request}: Confirm): boolean => {
	switch (request.kind) {
		case 'action':
			return request.action.verb === 'remove';
		case 'bulk':
			return request.plan.action.verb === 'remove';
		case 'program':
			return request.argv.includes('down');
		case 'copy-in':
			return request.mayReplace === true;
		default:
			return false;
	}
};

const labelCells = 18;

/** What is to be typed, and what was; then what the keys do, as many words as fit. */
const answerLines = (view: View, {expected, text}: ConfirmName, width: number): readonly Line[] => {
	const isRight = text.trim() === expected;
	const label: Line = [plain(' type '), bold(cleanText(expected)), plain(' to confirm: ')];
	const room = width - lineWidth(label) - 1;
	const isBeside = room >= lineWidth([plain(expected)]) + 2;
	const typed = lastCells(text, isBeside ? room - 1 : Math.max(1, width - 3));
	const field: Line = [
		styled(isRight ? 'warn' : 'accent', typed, {bold: true}),
		styled('accent', '_'),
	];
	const lines = isBeside ? [[...label, ...field]] : [label, [plain(' '), ...field]];
	const no = clickable('confirm-name.no', [styled('accent', '[ Cancel ]', {bold: true})]);
	const keys = keyDoes(view, 'confirm-name.yes', isRight ? 'does it' : 'after that');
	return [...lines, [plain(' '), ...no, styled(isRight ? 'warn' : 'muted', `   ${keys}`)]];
};
