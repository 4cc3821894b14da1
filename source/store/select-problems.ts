import type {Dependency} from '../model/attention/dependencies.ts';
import {waitsOf} from '../model/attention/dependencies.ts';
import {compareProblems, problemFrom, problemsOf} from '../model/attention/find-problems.ts';
import type {Problem} from '../model/attention/problem.ts';
import {type Container, isUp} from '../model/container.ts';
import {engineMillis} from '../model/engine-clock.ts';
import {refKey} from '../model/ids.ts';
import {isSame} from '../model/same.ts';
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
	const {containers, timeline, spells, engine} = state;
	const step = Math.floor(engineMillis(state.nowMillis, engine) / stepMillis);
	const inputs = [containers.byKey, timeline, spells, step, engine?.clockOffsetMillis];
	if (latest === undefined || inputs.some((value, index) => value !== latest?.inputs[index])) {
		latest = {inputs, found: kept(find(state), latest?.found)};
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

const find = (state: State): readonly Problem[] => {
	const looks = state.containers.byKey.chunks.map(lookAt);
	const heard = new Set<string>();
	const live = [...looks.flatMap(({up}) => up), ...stoppedAndHeard(state, heard)].flatMap(
		container => problemsOf(factsOf(state, container)),
	);
	const found = [...live, ...spellProblems(state)].toSorted(compareProblems);
	const stopped = sorted(looks.map(({settled}) => settled));
	const settled = heard.size === 0 ? stopped : stopped.filter(({key = ''}) => !heard.has(key));
	return merged(found, settled);
};

interface Look {
	readonly up: readonly Container[];
	/** Of those that have stopped, by what the engine says alone. */
	readonly settled: readonly Problem[];
}

const lookAt = (chunk: Chunk): Look => {
	const known = looks.get(chunk);
	if (known !== undefined) return known;
	const up: Container[] = [];
	const settled: Problem[] = [];
	for (const container of chunk) {
		if (container === undefined) continue;
		if (isUp(container)) up.push(container);
		else settled.push(...settledOf(container));
	}
	const look = {up, settled};
	looks.set(chunk, look);
	return look;
};

const looks = new WeakMap<Chunk, Look>();

const settledOf = (container: Container): readonly Problem[] => {
	const known = ofStopped.get(container);
	if (known !== undefined) return known;
	const found = problemsOf({container, recent: [], nowMillis: 0, dependencies: []});
	ofStopped.set(container, found);
	return found;
};

const ofStopped = new WeakMap<Container, readonly Problem[]>();

/** Sorted anew only where one of the stretches has others than before. */
const sorted = (parts: readonly (readonly Problem[])[]): readonly Problem[] => {
	const isKnown =
		latestSorted?.parts.length === parts.length &&
		parts.every((part, index) => isEqual(part, latestSorted?.parts[index] ?? []));
	if (latestSorted === undefined || !isKnown) {
		latestSorted = {parts, all: parts.flat().toSorted(compareProblems)};
	}
	return latestSorted.all;
};

let latestSorted:
	| {readonly parts: readonly (readonly Problem[])[]; readonly all: readonly Problem[]}
	| undefined;

const isEqual = (some: readonly unknown[], others: readonly unknown[]): boolean =>
	some === others ||
	(some.length === others.length && some.every((value, index) => value === others[index]));

/** What was heard of one that has stopped says more than its state. `heard`: their keys are added. */
const stoppedAndHeard = (
	{timeline, containers}: State,
	heard: Set<string>,
): readonly Container[] => {
	const found: Container[] = [];
	for (const key of byContainer(timeline).keys()) {
		const container = containers.byKey.get(key);
		if (container === undefined || isUp(container)) continue;
		heard.add(key);
		found.push(container);
	}
	return found;
};

const factsOf = (state: State, container: Container) => ({
	container,
	recent: byContainer(state.timeline).get(refKey(container.ref)) ?? [],
	nowMillis: engineMillis(state.nowMillis, state.engine),
	dependencies: dependenciesOf(state.containers.listed, container),
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

/** Two sorted lists as one. */
const merged = (few: readonly Problem[], many: readonly Problem[]): readonly Problem[] => {
	if (few.length === 0) return many;
	const all: Problem[] = [];
	let next = 0;
	for (const problem of few) {
		let other = many[next];
		while (other !== undefined && compareProblems(other, problem) < 0) {
			all.push(other);
			other = many[++next];
		}
		all.push(problem);
	}
	return [...all, ...many.slice(next)];
};

/** The array of before where it says the same. */
const kept = (
	found: readonly Problem[],
	before: readonly Problem[] | undefined,
): readonly Problem[] =>
	before?.length === found.length &&
	found.every((problem, index) => saysSame(problem, before[index]))
		? before
		: found;

const saysSame = (some: Problem, other: Problem | undefined): boolean =>
	some === other ||
	(some.id === other?.id &&
		some.container === other.container &&
		some.severity === other.severity &&
		isSame(some.finding, other.finding));
