import {formatClock} from '../../format/clock.ts';
import {lineWidth} from '../../format/line.ts';
import type {Line, Token} from '../../format/span.ts';
import type {MessageLevel} from '../../store/act/act-state.ts';
import type {View} from '../view.ts';
import {frame} from '../widgets/frame.ts';
import {keyDoes} from '../widgets/key-name.ts';
import {bold, clickable, plain, styled} from '../widgets/spans.ts';
import {wrapWords} from '../widgets/wrap.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const tokens: Readonly<Record<MessageLevel, Token>> = {success: 'ok', info: 'info', error: 'err'};
const widest = 110;

/** Results of actions and errors, newest first: toasts go, this list stays. */
export const messagesOverlay: OverlaySpec<'messages'> = {
	place: (view, _overlay, screen) => {
		const width = Math.min(widest, screen.columns - 2);
		return centred(screen, width, Math.max(1, messageLines(view, width - 2).length) + 2);
	},
	length: (view, width) => messageLines(view, width).length,
	paint(view, {top}, width, height) {
		const {symbols} = view;
		const lines = messageLines(view, width - 2);
		const shown = scrolled(lines, top, height - 2, symbols);
		return frame({
			width,
			height,
			title: [bold('messages')],
			right: clickable('messages.close', [
				styled('muted', keyDoes(view, 'messages.close', 'closes')),
			]),
			footer: shown.footer,
			body:
				lines.length > 0
					? shown.body
					: [[styled('muted', ' no messages yet: results of actions and errors come here')]],
			focused: true,
			symbols,
		});
	},
};

/** Each with what there is to know beside it: the command, what was said last. */
const messageLines = ({state, symbols, zoneOffsetMinutes}: View, width: number): readonly Line[] =>
	state.messages.toReversed().flatMap(({atMillis, level, text, details = []}) => {
		const mark = level === 'error' ? symbols.failed : level === 'success' ? symbols.healthy : ' ';
		const at = formatClock(atMillis, {offsetMinutes: zoneOffsetMinutes});
		const start: Line = [styled('muted', ` ${at} `), styled(tokens[level], `${mark} `)];
		const indent = lineWidth(start);
		const blank = plain(' '.repeat(indent));
		const words = wrapWords(text, width - indent - 1).map(
			(part, index): Line => [...(index === 0 ? start : [blank]), plain(part)],
		);
		const more = details
			.flatMap(detail => wrapWords(detail, width - indent - detailIndent - 1))
			.map((part): Line => [blank, styled('muted', ' '.repeat(detailIndent) + part)]);
		return [...words, ...more];
	});

const detailIndent = 2;
