import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {endedWell, healthOf} from '../../../model/container-facts.ts';
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
}

/** How many containers are in which condition, over all of the engine and not only those shown. */
export const countContainers = (state: State): Counts => {
	const counts = {
		running: 0,
		healthy: 0,
		starting: 0,
		unhealthy: 0,
		restarting: 0,
		paused: 0,
		failed: 0,
		exited: 0,
	};
	for (const container of state.containers.byKey.values()) {
		for (const condition of conditions(container)) counts[condition]++;
	}
	return counts;
};

/** A running container counts twice where it has a health check. */
const conditions = (container: Container): readonly (keyof Counts)[] => {
	switch (container.state) {
		case 'running': {
			const {kind} = healthOf(container);
			return kind === 'none' ? ['running'] : ['running', kind];
		}
		case 'restarting':
		case 'paused':
			return [container.state];
		case 'dead':
			return ['failed'];
		case 'exited':
			return [endedWell(container) ? 'exited' : 'failed'];
		case 'created':
		case 'removing':
			return [];
	}
};

/** `● 8 run  ✓ 5  ✗ 1 unhealthy`; kinds of which there are none are left out. */
export const countSpans = (counts: Counts, symbols: Symbols, style: 'words' | 'signs'): Line => {
	const parts: readonly (readonly [number, Span, string])[] = [
		[counts.running, styled('ok', symbols.running), 'run'],
		[counts.healthy, styled('ok', symbols.healthy), ''],
		[counts.starting, styled('warn', symbols.starting), 'starting'],
		[counts.unhealthy, styled('err', symbols.unhealthy), 'unhealthy'],
		[counts.restarting, styled('warn', symbols.restarting), 'restarting'],
		[counts.paused, styled('pause', symbols.paused), 'paused'],
		[counts.failed, styled('err', symbols.failed), 'failed'],
		[counts.exited, styled('muted', symbols.exited), 'exited'],
	];
	return parts
		.filter(([count], index) => count > 0 || index === 0)
		.flatMap(([count, mark, word], index) => [
			plain(index === 0 ? '' : style === 'words' ? '  ' : ' '),
			mark,
			plain(style === 'words' ? ` ${count}${word && ` ${word}`}` : `${count}`),
		]);
};
