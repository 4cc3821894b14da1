import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {endedWell, healthOf} from '../../../model/container-facts.ts';
import type {Chunk} from '../../../store/container-map.ts';
import type {State} from '../../../store/state.ts';
import {plain, styled} from '../../widgets/spans.ts';

export interface Counts {
	readonly running: number;
	readonly healthy: number;
	readonly starting: number;
	readonly unhealthy: number;
	readonly restarting: number;
	readonly paused: number;
	readonly failed: number;
	readonly exited: number;
	readonly created: number;
}

/** How many containers are in which condition, over all of the engine and not only those shown. */
export const countContainers = (state: State): Counts => {
	const total = {...none};
	for (const chunk of state.containers.byKey.chunks) {
		const counts = countChunk(chunk);
		for (const condition of everyCondition) total[condition] += counts[condition];
	}
	return total;
};

const none: Counts = {
	running: 0,
	healthy: 0,
	starting: 0,
	unhealthy: 0,
	restarting: 0,
	paused: 0,
	failed: 0,
	exited: 0,
	created: 0,
};
const everyCondition = Object.keys(none) as readonly (keyof Counts)[];

/** Counted once: in tens of thousands only a stretch changes at a time. */
const countChunk = (chunk: Chunk): Counts => {
	const known = counted.get(chunk);
	if (known !== undefined) return known;
	const counts = {...none};
	for (const container of chunk) {
		if (container === undefined) continue;
		for (const condition of conditions(container)) counts[condition]++;
	}
	counted.set(chunk, counts);
	return counts;
};

const counted = new WeakMap<Chunk, Counts>();

/** A running container counts twice where it has a health check. */
const conditions = (container: Container): readonly (keyof Counts)[] => {
	switch (container.state) {
		case 'running': {
			const {kind} = healthOf(container);
			return kind === 'none' ? ['running'] : ['running', kind];
		}
		case 'restarting':
		case 'paused':
		case 'created':
			return [container.state];
		case 'dead':
			return ['failed'];
		case 'exited':
			return [endedWell(container) ? 'exited' : 'failed'];
		case 'removing':
			return [];
	}
};

type Part = readonly [count: number, mark: Span, word: string];

/**
 * `● 8 run  ✓ 5  ✗ 1 unhealthy`; kinds of which there are none are left out. In `room` cells as many
 * words as fit: all, else those that tell two crosses apart, else none and one cross for both.
 */
export const countSpans = (counts: Counts, symbols: Symbols, room: number): Line => {
	const parts = partsOf(counts, symbols);
	const words = spaced(parts);
	if (lineWidth(words) <= room) return words;
	const needed = ['run', 'unhealthy', 'failed'];
	const brief = spaced(
		parts.map(([count, mark, word]): Part => [count, mark, needed.includes(word) ? word : '']),
	);
	return lineWidth(brief) <= room ? brief : signs(counts, symbols);
};

const partsOf = (counts: Counts, symbols: Symbols): readonly Part[] =>
	present([
		[counts.running, styled('ok', symbols.running), 'run'],
		[counts.healthy, styled('ok', symbols.healthy), ''],
		[counts.starting, styled('warn', symbols.starting), 'starting'],
		[counts.unhealthy, styled('err', symbols.unhealthy), 'unhealthy'],
		[counts.restarting, styled('warn', symbols.restarting), 'restarting'],
		[counts.paused, styled('pause', symbols.paused), 'paused'],
		[counts.failed, styled('err', symbols.failed), 'failed'],
		[counts.exited, styled('muted', symbols.exited), 'exited'],
		[counts.created, styled('info', symbols.created), 'created'],
	]);

/** The first stays when it is 0: nothing runs. */
const present = (parts: readonly Part[]): readonly Part[] =>
	parts.filter(([count], index) => count > 0 || index === 0);

const spaced = (parts: readonly Part[]): Line =>
	parts.flatMap(([count, mark, word], index) => [
		plain(index === 0 ? '' : '  '),
		mark,
		plain(` ${count}${word && ` ${word}`}`),
	]);

/** `●8 ✓5 ✗2` */
const signs = (counts: Counts, symbols: Symbols): Line => {
	const {unhealthy, failed} = counts;
	const parts = partsOf({...counts, unhealthy: unhealthy + failed, failed: 0}, symbols);
	return parts.flatMap(([count, mark], index) => [
		plain(index === 0 ? '' : ' '),
		mark,
		plain(`${count}`),
	]);
};
