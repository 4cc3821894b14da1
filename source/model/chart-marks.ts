import type {ContainerKey} from './ids.ts';
import type {TimelineEntry} from './timeline.ts';

/** What is marked below a chart because it explains what is seen in it; the gravest first. */
export const markKinds = [
	...(['oom', 'unhealthy', 'exit', 'restart', 'start', 'pause', 'unpause', 'healthy'] as const),
];
export type MarkKind = (typeof markKinds)[number];

export interface ChartMark {
	readonly kind: MarkKind;
	/** By the engine's clock. */
	readonly atMillis: number;
	/** Foreign text; undefined for a container that was never listed. */
	readonly name?: string | undefined;
	readonly exitCode?: number | undefined;
}

/** What of it happened to these containers, in the order it was heard. */
export const chartMarks = (
	timeline: readonly TimelineEntry[],
	isMeant: (key: ContainerKey) => boolean,
): readonly ChartMark[] => {
	const known = new Map<ContainerKey, Known>();
	const marks: ChartMark[] = [];
	for (const entry of timeline) {
		const {key} = entry;
		if (key === undefined || !isMeant(key)) continue;
		const before = known.get(key) ?? {hasDied: false};
		const kind = kindOf(entry, before);
		known.set(key, after(entry, before));
		if (kind === undefined) continue;
		const {atMillis, name, event} = entry;
		const exitCode = event.kind === 'container.died' ? event.exitCode : undefined;
		marks.push({kind, atMillis, name, exitCode});
	}
	return marks;
};

interface Known {
	readonly hasDied: boolean;
	readonly health?: string;
}

const kinds: Readonly<Record<string, MarkKind>> = {pause: 'pause', unpause: 'unpause'};

/** Undefined for what changes nothing that a chart shows. */
const kindOf = ({event}: TimelineEntry, {hasDied, health}: Known): MarkKind | undefined => {
	switch (event.kind) {
		case 'container.oom':
			return 'oom';
		case 'container.died':
			return 'exit';
		case 'container.health':
			// An engine may tell after each probe what is so already.
			if (event.health === health) return undefined;
			if (event.health === 'unhealthy') return 'unhealthy';
			return event.health === 'healthy' ? 'healthy' : undefined;
		case 'container.changed':
			if (event.action === 'start') return hasDied ? 'restart' : 'start';
			return kinds[event.action];
		default:
			return undefined;
	}
};

const after = ({event}: TimelineEntry, before: Known): Known => {
	if (event.kind === 'container.died') return {hasDied: true};
	return event.kind === 'container.health' ? {...before, health: event.health} : before;
};

/** The gravest of several that fall into one cell. */
export const gravest = (marks: readonly ChartMark[]): ChartMark | undefined =>
	marks.toSorted((a, b) => markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind))[0];
