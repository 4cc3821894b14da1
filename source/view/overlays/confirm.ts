import {lineWidth} from '../../format/line.ts';
import type {Line} from '../../format/span.ts';
import type {Confirm} from '../../store/state.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred} from './overlay-spec.ts';

const answers: Line = [
	styled('accent', '[ No ]', {bold: true}),
	plain('   '),
	styled('warn', 'y', {bold: true}),
	plain(' Yes, do it   '),
	styled('muted', 'Esc, n or Enter: No'),
];

const bodyLines = (confirm: Confirm): readonly Line[] => [
	...confirm.lines.map((text): Line => [plain(` ${text}`)]),
	[],
	[plain(' '), ...answers],
];

/** A question whose answer is No unless `y` is pressed. */
export const confirmOverlay: OverlaySpec<'confirm'> = {
	place(_view, {confirm}, screen) {
		const lines = bodyLines(confirm);
		const width = Math.max(confirm.title.length + 18, ...lines.map(lineWidth)) + 4;
		return centred(screen, width, lines.length + 2);
	},
	paint(view, {confirm}, width, height) {
		return frame({
			width,
			height,
			title: [bold(confirm.title)],
			right: [styled('muted', 'default: No')],
			body: bodyLines(confirm),
			focused: true,
			symbols: view.symbols,
		});
	},
};
