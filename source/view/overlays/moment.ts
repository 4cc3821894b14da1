import {lineWidth} from '../../format/line.ts';
import {engineMillis} from '../../model/engine-clock.ts';
import {parseMoment} from '../../model/logs/moment.ts';
import {plain, shorten, sides, styled} from '../widgets/spans.ts';
import {filterOverlay} from './filter.ts';
import {lastCells} from './last-cells.ts';
import type {OverlaySpec} from './overlay-spec.ts';

/** The longest that one types. */
const typedCells = 22;
const examples = '10:42  10:42:07  -5m  2026-11-26 10:00 ';

/** The line where a time is typed to go to in the log. */
export const momentOverlay: OverlaySpec<'moment'> = {
	place: (view, _overlay, screen) =>
		filterOverlay.place(view, {kind: 'filter', text: '', before: ''}, screen),
	paint({state, symbols, zoneOffsetMinutes}, {text}, width) {
		const isUtc = state.logs.look.time === 'utc';
		const known = parseMoment(text, {
			nowMillis: engineMillis(state.nowMillis, state.engine),
			offsetMinutes: isUtc ? 0 : zoneOffsetMinutes,
		});
		const isMissing = known === undefined && text !== '';
		const label = isUtc ? ' go to (UTC) ' : ' go to ';
		const right = shorten(
			[styled(isMissing ? 'warn' : 'muted', examples)],
			Math.max(0, width - label.length - typedCells),
			symbols.ellipsis,
		);
		const room = width - lineWidth(right) - label.length - 2;
		const typed = [
			styled('accent', label, {bold: true}),
			plain(lastCells(text, room)),
			styled('accent', '_'),
		];
		return [sides(typed, right, width, symbols.ellipsis)];
	},
};
