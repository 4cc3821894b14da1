import type {Token} from '../../../format/span.ts';
import type {ChartMark, MarkKind} from '../../../model/chart-marks.ts';
import {exitCodeMeaning} from '../../../model/container-facts.ts';

interface MarkLook {
	/** Beside the sign, so that a colour is not needed. */
	readonly letter: string;
	readonly token: Token;
	readonly text: string;
	/** In one or two words. */
	readonly short: string;
}

export const markLooks: Readonly<Record<MarkKind, MarkLook>> = {
	oom: {letter: 'o', token: 'err', text: 'killed for want of memory', short: 'OOM kill'},
	unhealthy: {letter: 'h', token: 'err', text: 'became unhealthy', short: 'unhealthy'},
	exit: {letter: 'x', token: 'err', text: 'exited', short: 'exit'},
	restart: {letter: 'r', token: 'warn', text: 'started again', short: 'restart'},
	start: {letter: 's', token: 'info', text: 'started', short: 'start'},
	pause: {letter: 'p', token: 'pause', text: 'paused', short: 'pause'},
	unpause: {letter: 'p', token: 'muted', text: 'went on after a pause', short: 'end of pause'},
	healthy: {letter: 'h', token: 'ok', text: 'became healthy', short: 'healthy'},
};

export const markToken = ({kind, exitCode}: ChartMark): Token =>
	kind === 'exit' && exitCode === 0 ? 'muted' : markLooks[kind].token;

/** `exited with 137: killed (SIGKILL)`. */
export const markText = ({kind, exitCode}: ChartMark): string => {
	const {text} = markLooks[kind];
	if (exitCode === undefined) return text;
	const meaning = exitCodeMeaning(exitCode);
	return `${text} with ${exitCode}${meaning === undefined ? '' : `: ${meaning}`}`;
};

/** `restart ×2`. */
export const countText = (kind: MarkKind, count: number): string =>
	`${markLooks[kind].short}${count === 1 ? '' : ` ×${count}`}`;
