import {limitToken} from '../../format/load.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Container} from '../../model/container.ts';
import {endedWell, exitCode, healthOf, qualifiedName} from '../../model/container-facts.ts';
import type {Chunk, ContainerMap} from '../../store/container-map.ts';
import type {State} from '../../store/state.ts';
import {plain, styled} from '../widgets/spans.ts';

/** What is wrong now, what hurts most first. There may be thousands: a line is made of those that are shown. */
export const attention = (state: State): readonly Trouble[] =>
	listedTroubles(state.containers.byKey).concat(nearLimit(state));

export interface Trouble {
	readonly kind: 'unhealthy' | 'restarting' | 'failed' | 'nearLimit';
	readonly container: Container;
	/** Of its own limit, where it is near. */
	readonly memoryPercent?: number;
}

/** `✗ shop/mailer unhealthy` */
export const troubleLine = (trouble: Trouble, symbols: Symbols): Line => {
	const {sign, what} = markOf(trouble, symbols);
	return [sign, plain(` ${qualifiedName(trouble.container)} ${what}`)];
};

const listedTroubles = (containers: ContainerMap): readonly Trouble[] => {
	if (latest?.containers !== containers) {
		const all = containers.chunks.flatMap(troublesOf);
		const found = ranked.flatMap(kind => all.filter(trouble => trouble.kind === kind));
		latest = {containers, found};
	}
	return latest.found;
};

let latest: {readonly containers: ContainerMap; readonly found: readonly Trouble[]} | undefined;

const ranked: readonly Trouble['kind'][] = ['unhealthy', 'restarting', 'failed'];

/** Looked for once: in tens of thousands only a stretch changes at a time. */
const troublesOf = (chunk: Chunk): readonly Trouble[] => {
	const known = troubles.get(chunk);
	if (known !== undefined) return known;
	const found = chunk.flatMap((container): readonly Trouble[] => {
		if (container === undefined) return [];
		const kind = troubleOf(container);
		return kind === undefined ? [] : [{kind, container}];
	});
	troubles.set(chunk, found);
	return found;
};

const troubles = new WeakMap<Chunk, readonly Trouble[]>();

const troubleOf = (container: Container): 'unhealthy' | 'restarting' | 'failed' | undefined => {
	const {state} = container;
	if (state === 'running') {
		return healthOf(container).kind === 'unhealthy' ? 'unhealthy' : undefined;
	}
	if (state === 'restarting') return 'restarting';
	if (state === 'dead') return 'failed';
	return state === 'exited' && !endedWell(container) ? 'failed' : undefined;
};

/** Of a limit of its own; at that of the machine others are near too. */
const nearLimit = ({containers, usages}: State): readonly Trouble[] => {
	const found: Trouble[] = [];
	for (const [key, {sample}] of usages) {
		const container = containers.byKey.get(key);
		const limit = container?.details?.limits.memoryBytes;
		if (container === undefined || !limit) continue;
		const share = sample.memoryUsedBytes === undefined ? 0 : sample.memoryUsedBytes / limit;
		if (limitToken(share) !== 'err') continue;
		found.push({kind: 'nearLimit', container, memoryPercent: Math.round(share * 100)});
	}
	return found;
};

interface Mark {
	readonly sign: ReturnType<typeof styled>;
	readonly what: string;
}

const markOf = ({kind, container, memoryPercent}: Trouble, symbols: Symbols): Mark => {
	switch (kind) {
		case 'unhealthy':
			return {sign: styled('err', symbols.unhealthy), what: 'unhealthy'};
		case 'restarting': {
			const count = container.details?.restartCount;
			const times = symbols.chart === 'ascii' ? 'x' : '×';
			const what = count ? `restarting ${times}${count}` : 'restarting';
			return {sign: styled('warn', symbols.restarting), what};
		}
		case 'failed':
			return {sign: styled('err', symbols.failed), what: howItFailed(container)};
		case 'nearLimit':
			return {
				sign: styled('warn', symbols.wait.slice(0, 1)),
				what: `memory ${memoryPercent}% of limit`,
			};
	}
};

const howItFailed = (container: Container): string => {
	if (container.state === 'dead') return 'dead';
	return container.details?.oomKilled ? 'out of memory' : `exit code ${exitCode(container)}`;
};
