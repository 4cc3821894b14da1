import type {Dependency} from '../model/attention/dependencies.ts';
import {waitsOf} from '../model/attention/dependencies.ts';
import {compareProblems, problemFrom, problemsOf} from '../model/attention/find-problems.ts';
import type {Limits} from '../model/attention/limits.ts';
import type {Problem} from '../model/attention/problem.ts';
import {mergeProblems, withoutProblems} from '../model/attention/sorted-problems.ts';
import {type Container, isUp} from '../model/container.ts';
import {endedWell} from '../model/container-facts.ts';
import {engineMillis} from '../model/engine-clock.ts';
import {refKey} from '../model/ids.ts';
import {hasSameItems, isSame} from '../model/same.ts';
import type {Chunk, ContainerMap} from './container-map.ts';
import {findService} from './find-service.ts';
import {byContainer} from './select-timeline.ts';
import type {State} from './state.ts';

/** How often what depends on the time alone is looked at. */
const stepMillis = 10_000;

/**
 * What is wrong now, the worst first; the same array while it is the same. Of tens of thousands that
 * have stopped each is looked at once; what runs, and what something was heard of, whenever anything
 * changed.
 */
export const selectProblems = (state: State): readonly Problem[] => {
	const {containers, timeline, spells, engine, limits} = state;
	const step = Math.floor(engineMillis(state.nowMillis, engine) / stepMillis);
	const inputs = [containers.byKey, timeline, spells, step, engine?.clockOffsetMillis, limits];
	if (latest === undefined || !hasSameItems(inputs, latest.inputs)) {
		latest = {inputs, found: find(state)};
	}
	return latest.found;
};

let latest: {readonly inputs: readonly unknown[]; readonly found: readonly Problem[]} | undefined;

/** Those that ask for something: not what is only worth knowing. */
export const selectAlarms = (state: State): readonly Problem[] => {
	const all = selectProblems(state);
	if (latestAlarms?.all !== all) {
		const notes = all.findIndex(({severity}) => severity === 'note');
		latestAlarms = {all, alarms: notes < 0 ? all : all.slice(0, notes)};
	}
	return latestAlarms.alarms;
};

let latestAlarms:
	| {readonly all: readonly Problem[]; readonly alarms: readonly Problem[]}
	| undefined;

/** What is told: of what was looked at now, and of those that have stopped. */
interface Parts {
	readonly live: readonly Problem[];
	readonly stopped: readonly Problem[];
	/** Of the stopped ones, of which more is known. */
	readonly replaced: readonly Problem[];
}

const find = (state: State): readonly Problem[] => {
	const {limits} = state;
	const looks = state.containers.byKey.chunks.map(chunk => lookAt(chunk, limits));
	const heard = stoppedAndHeard(state);
	const live = [...looks.flatMap(({up}) => up), ...heard].flatMap(container =>
		problemsOf(factsOf(state, container)),
	);
	const parts: Parts = {
		live: [...live, ...spellProblems(state)].toSorted(compareProblems),
		stopped: sorted(looks.map(({settled}) => settled)),
		replaced: heard.flatMap(container => settledOf(container, limits)).toSorted(compareProblems),
	};
	if (latestParts === undefined || !isSameParts(parts, latestParts)) {
		const {stopped, replaced} = parts;
		const found = mergeProblems(parts.live, withoutProblems(replaced, stopped));
		latestParts = {...parts, found};
	}
	return latestParts.found;
};

let latestParts: (Parts & {readonly found: readonly Problem[]}) | undefined;

const isSameParts = (some: Parts, other: Parts): boolean =>
	some.stopped === other.stopped &&
	hasSameItems(some.replaced, other.replaced) &&
	some.live.length === other.live.length &&
	some.live.every((problem, index) => saysSame(problem, other.live[index]));

interface Look {
	readonly up: readonly Container[];
	/** Of those that have stopped, by what the engine says alone. */
	readonly settled: readonly Problem[];
}

const lookAt = (chunk: Chunk, limits: Limits): Look => {
	const {looks} = memoryFor(limits);
	const known = looks.get(chunk);
	if (known !== undefined) return known;
	const up: Container[] = [];
	const settled: Problem[] = [];
	for (const container of chunk) {
		if (container === undefined) continue;
		if (isUp(container)) up.push(container);
		else settled.push(...settledOf(container, limits));
	}
	const look = {up, settled};
	looks.set(chunk, look);
	return look;
};

/** What was found by some limits says nothing of others. */
const memoryFor = (limits: Limits): Memory => {
	if (memory?.limits !== limits) {
		memory = {limits, looks: new WeakMap(), ofStopped: new WeakMap()};
	}
	return memory;
};

interface Memory {
	readonly limits: Limits;
	readonly looks: WeakMap<Chunk, Look>;
	readonly ofStopped: WeakMap<Container, readonly Problem[]>;
}

let memory: Memory | undefined;

const settledOf = (container: Container, limits: Limits): readonly Problem[] => {
	// Most have ended well, and nothing has to be kept of them.
	if (container.state === 'created' || endedWell(container)) return none;
	const {ofStopped} = memoryFor(limits);
	const known = ofStopped.get(container);
	if (known !== undefined) return known;
	const found = problemsOf({container, recent: [], nowMillis: 0, dependencies: [], limits});
	ofStopped.set(container, found);
	return found;
};

const none: readonly Problem[] = [];

/** Sorted anew only where one of the stretches has others than before. */
const sorted = (parts: readonly (readonly Problem[])[]): readonly Problem[] => {
	const isKnown =
		latestSorted?.parts.length === parts.length &&
		parts.every((part, index) => hasSameItems(part, latestSorted?.parts[index] ?? []));
	if (latestSorted === undefined || !isKnown) {
		latestSorted = {parts, all: parts.flat().toSorted(compareProblems)};
	}
	return latestSorted.all;
};

let latestSorted:
	| {readonly parts: readonly (readonly Problem[])[]; readonly all: readonly Problem[]}
	| undefined;

/** What was heard of one that has stopped says more than its state. */
const stoppedAndHeard = ({timeline, containers}: State): readonly Container[] =>
	[...byContainer(timeline).keys()].flatMap(key => {
		const container = containers.byKey.get(key);
		return container === undefined || isUp(container) ? [] : [container];
	});

const factsOf = (state: State, container: Container) => ({
	container,
	recent: byContainer(state.timeline).get(refKey(container.ref)) ?? [],
	nowMillis: engineMillis(state.nowMillis, state.engine),
	dependencies: dependenciesOf(state.containers.listed, container),
	limits: state.limits,
});

const dependenciesOf = (containers: ContainerMap, container: Container): readonly Dependency[] =>
	waitsOf(container).map(wait => ({
		...wait,
		containers: findService(containers, container.compose?.project ?? '', wait.service),
	}));

const spellProblems = ({spells, containers, engine}: State): readonly Problem[] =>
	spells.flatMap((spell): readonly Problem[] => {
		const {rule, key, sinceMillis, lastMillis} = spell;
		if (lastMillis - sinceMillis < rule.leastMillis) return [];
		const finding = {...spell.finding, sinceMillis: engineMillis(sinceMillis, engine)};
		const problem = problemFrom(rule, finding, key ?? '');
		if (key === undefined) return [problem];
		const container = containers.byKey.get(key);
		return container === undefined || !isUp(container) ? [] : [{...problem, key, container}];
	});

const saysSame = (some: Problem, other: Problem | undefined): boolean =>
	some === other ||
	(some.id === other?.id &&
		some.container === other.container &&
		some.severity === other.severity &&
		isSame(some.finding, other.finding));
