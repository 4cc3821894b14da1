import {formatClock} from '../../format/clock.ts';
import type {Line, Token} from '../../format/span.ts';
import type {MessageLevel} from '../../store/state.ts';
import {frame} from '../widgets/frame.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, scrolled} from './overlay-spec.ts';

const tokens: Readonly<Record<MessageLevel, Token>> = {success: 'ok', info: 'info', error: 'err'};
const widest = 110;

/** What happened, newest first: toasts go, this list stays. */
export const messagesOverlay: OverlaySpec<'messages'> = {
	place: (view, _overlay, screen) =>
		centred(screen, widest, Math.max(1, view.state.messages.length) + 2),
	length: view => view.state.messages.length,
	paint(view, {top}, width, height) {
		const {state, symbols, zoneOffsetMinutes} = view;
		const lines = state.messages.toReversed().map(({atMillis, level, text}): Line => {
			const mark = level === 'error' ? symbols.failed : level === 'success' ? symbols.healthy : ' ';
			const at = formatClock(atMillis, {offsetMinutes: zoneOffsetMinutes});
			return [styled('muted', ` ${at} `), styled(tokens[level], `${mark} `), plain(text)];
		});
		const shown = scrolled(lines, top, height - 2);
		return frame({
			width,
			height,
			title: [bold('messages')],
			right: [styled('muted', 'Esc closes')],
			footer: shown.footer,
			body: lines.length > 0 ? shown.body : [[styled('muted', ' nothing has happened yet')]],
			focused: true,
			symbols,
		});
	},
};
