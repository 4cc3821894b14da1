import {formatCount} from '../../../format/count.ts';
import type {Line} from '../../../format/span.ts';
import {engineMillis} from '../../../model/engine-clock.ts';
import type {View} from '../../view.ts';
import {styled} from '../../widgets/spans.ts';
import {isOfSelection} from './log-position.ts';

/** Lines and errors in a second, by the engine's clock, and how late they come; none of a log that is not there yet. */
export const flowRate = ({state, logs}: Pick<View, 'state' | 'logs'>): Flow => {
	if (!isOfSelection(state)) return none;
	const now = engineMillis(state.nowMillis, state.engine);
	const {rates} = logs.book;
	const behindSeconds = Math.round(rates.behindMillis(now) / 1000);
	return {...rates.perSecond(now), behindSeconds};
};

interface Flow {
	readonly lines: number;
	readonly errors: number;
	readonly behindSeconds: number;
}

const none: Flow = {lines: 0, errors: 0, behindSeconds: 0};

/** `212/s`; empty where nothing is written. */
export const lineRate = (view: View): Line => {
	const {lines} = flowRate(view);
	return lines === 0 ? [] : [styled('muted', rate(lines, '/s'))];
};

/** `3 err/s`; empty where there are none. */
export const errorRate = (view: View): Line => {
	const {errors} = flowRate(view);
	return errors === 0 ? [] : [styled('err', rate(errors, ' err/s'))];
};

/** `8 s behind`; empty where lines come as they are written. */
export const lag = (view: View): Line => {
	const {behindSeconds} = flowRate(view);
	return behindSeconds === 0 ? [] : [styled('warn', `${behindSeconds} s behind`)];
};

/** Below ten with a digit behind the point: `0.2 err/s`. */
const rate = (value: number, unit: string): string =>
	`${value < 10 ? Number(value.toFixed(1)) : formatCount(Math.round(value))}${unit}`;
