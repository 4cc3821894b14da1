import type {LogHeld} from '../../../store/logs/logs-state.ts';
import type {Hit, HitTest} from '../../hit.ts';
import {hasKeys} from '../has-keys.ts';
import {type LogBody, logBody} from './log-body.ts';
import {heldOn} from './log-moves.ts';
import {isOfSelection} from './log-position.ts';
import {type Anchor, anchorOf, topOf} from './log-window.ts';

/**
 * A click on an entry puts the cursor there, on the entry of the cursor opens it; on the bar at the right
 * it jumps. The click that only gives the keys to the log does not hold it.
 */
export const hitLog: HitTest = (view, {x, y}, width, height) => {
	const {state, logs} = view;
	if (!isOfSelection(state) || logs.count === 0) return undefined;
	const body = logBody(view, width, height);
	const row = y - body.head.length;
	if (row < 0 || row >= body.height) return undefined;
	if (body.hasBar && x === width - 1) return jump(body, row);
	const place = hasKeys(state, 'logs') ? entryAt(body, row) : undefined;
	const held = place && heldOn(body, place);
	if (held === undefined) return undefined;
	const isCursor = state.logs.held?.seq === held.seq;
	return isCursor ? {kind: 'command', id: 'pane.zoom'} : holding(held);
};

/** The entry whose sign of folding was hit is turned. */
export const turnEntry: HitTest = (view, {y}, width, height) => {
	const body = logBody(view, width, height);
	const place = entryAt(body, y - body.head.length);
	const held = place && heldOn(body, place);
	return held && {kind: 'command', id: 'log.fold', first: [{type: 'logs/held', held}]};
};

const holding = (held: LogHeld): Hit => ({
	kind: 'dispatch',
	actions: [{type: 'logs/held', held}],
});

const entryAt = (body: LogBody, wanted: number): Anchor | undefined => {
	let {index, row} = topOf(body, anchorOf(body));
	if (wanted < row) return undefined;
	for (; index < body.logs.count; row += body.heightAt(index++)) {
		if (wanted < row + body.heightAt(index)) return {index, row};
	}
	return undefined;
};

/** Its ends are those of the log. */
const jump = (body: LogBody, row: number): Hit | undefined => {
	const {logs, height} = body;
	if (row === 0) return {kind: 'command', id: 'log.first'};
	if (row >= height - 1) return {kind: 'command', id: 'log.last'};
	const index = Math.round((row / (height - 1)) * (logs.count - 1));
	const held = heldOn(body, {index, row: Math.floor(height / 2)});
	return held && holding(held);
};
