import {type Container, isUp} from '../../model/container.ts';
import {refKey} from '../../model/ids.ts';
import {selectedContainer} from '../select-target.ts';
import type {State} from '../state.ts';
import type {Against} from './trees-state.ts';

/** What the selected container can be compared with. */
export interface CompareChoice {
	/** Undefined: with nothing any more. */
	readonly against: Against | undefined;
	/** Foreign text. */
	readonly name: string;
	/** Why it is here. */
	readonly note: string;
}

/** More can be reached by marking. */
const most = 200;

/** The image first, what is marked, then those that are most alike. */
export const compareChoices = (state: State): readonly CompareChoice[] => {
	const container = selectedContainer(state);
	const {listed} = state.containers;
	const {marked} = state.list;
	const {against} = state.trees;
	const inputs = [container, listed, marked, against];
	if (latest === undefined || inputs.some((each, at) => each !== latest?.inputs[at])) {
		const choices = container === undefined ? [] : choicesFor(container, state);
		latest = {inputs, choices};
	}
	return latest.choices;
};

let latest:
	| {readonly inputs: readonly unknown[]; readonly choices: readonly CompareChoice[]}
	| undefined;

const choicesFor = (container: Container, {containers, list, trees}: State): CompareChoice[] => {
	const own = refKey(container.ref);
	const others: {readonly rank: number; readonly choice: CompareChoice}[] = [];
	for (const other of containers.listed.values()) {
		const key = refKey(other.ref);
		if (key === own) continue;
		const {rank, note} = likeness(container, other, list.marked.has(key));
		if (rank === undefined) continue;
		others.push({
			rank,
			choice: {against: {kind: 'container', key}, name: other.name, note},
		});
	}
	others.sort((a, b) => a.rank - b.rank || (a.choice.name < b.choice.name ? -1 : 1));
	return [
		...(trees.against === undefined
			? []
			: [{against: undefined, name: 'nothing', note: 'back to the inspect'}]),
		{against: {kind: 'image'}, name: 'its image', note: container.image},
		...others.slice(0, most).map(({choice}) => choice),
	];
};

interface Likeness {
	/** Lower is more alike; undefined: nobody would look for it here. */
	readonly rank: number | undefined;
	readonly note: string;
}

const likeness = (one: Container, other: Container, isMarked: boolean): Likeness => {
	if (isMarked) return {rank: 0, note: 'marked'};
	const isSameProject = one.compose !== undefined && one.compose.project === other.compose?.project;
	if (isSameProject && one.compose?.service === other.compose?.service)
		return {rank: 1, note: 'same service'};
	if (one.image === other.image) return {rank: 2, note: 'same image'};
	if (repositoryOf(one.image) === repositoryOf(other.image)) return {rank: 3, note: other.image};
	if (isSameProject) return {rank: 4, note: 'same project'};
	return {rank: isUp(other) ? 5 : undefined, note: other.image};
};

/** Without tag and digest; a port of a registry is no tag. */
const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
