import type {Token} from '../../../format/span.ts';
import type {ChartMark, MarkKind} from '../../../model/chart-marks.ts';
import {exitCodeMeaning} from '../../../model/container-facts.ts';

interface MarkLook {
	/** Beside the sign, so that a colour is not needed. */
	readonly letter: string;
	readonly token: Token;
	readonly text: string;
	/** One and several of them. */
	readonly counted: readonly [string, string];
}

export const markLooks: Readonly<Record<MarkKind, MarkLook>> = {
	oom: look('o', 'err', 'killed for want of memory', 'OOM kill', 'OOM kills'),
	unhealthy: look('h', 'err', 'became unhealthy', 'turn unhealthy', 'turns unhealthy'),
	exit: look('x', 'err', 'exited', 'exit', 'exits'),
	restart: look('r', 'warn', 'started again', 'restart', 'restarts'),
	start: look('s', 'info', 'started', 'start', 'starts'),
	pause: look('p', 'pause', 'paused', 'pause', 'pauses'),
	unpause: look('p', 'muted', 'went on after a pause', 'end of a pause', 'ends of a pause'),
	healthy: look('h', 'ok', 'became healthy', 'turn healthy', 'turns healthy'),
};

function look(letter: string, token: Token, text: string, one: string, several: string): MarkLook {
	return {letter, token, text, counted: [one, several]};
}

export const markToken = ({kind, exitCode}: ChartMark): Token =>
	kind === 'exit' && exitCode === 0 ? 'muted' : markLooks[kind].token;

/** `exited with 137: killed (SIGKILL)`. */
export const markText = ({kind, exitCode}: ChartMark): string => {
	const {text} = markLooks[kind];
	if (exitCode === undefined) return text;
	const meaning = exitCodeMeaning(exitCode);
	return `${text} with ${exitCode}${meaning === undefined ? '' : `: ${meaning}`}`;
};

/** `2 restarts`. */
export const countText = (kind: MarkKind, count: number): string =>
	`${count} ${markLooks[kind].counted[count === 1 ? 0 : 1]}`;
