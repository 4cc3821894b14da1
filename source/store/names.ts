import type {Container} from '../model/container.ts';
import {qualifiedName} from '../model/container-facts.ts';
import {type FuzzyText, fuzzyText} from '../model/fuzzy.ts';
import {type ContainerKey, refKey} from '../model/ids.ts';
import type {Chunk, ContainerMap} from './container-map.ts';

/** A heading of the list. */
export interface GroupName {
	/** What it is called: `project`, `service`. */
	readonly kind: string;
	/** Of its row. */
	readonly id: string;
	/** `shop`, `shop/api`; foreign text. */
	readonly name: string;
}

/** All that can be gone to by its name, as of one moment. */
export interface Names {
	readonly groups: readonly GroupName[];
	readonly containers: ContainerMap;
}

/** Something with a name, made ready to be found. */
export type Named =
	| {readonly kind: 'group'; readonly text: FuzzyText; readonly group: GroupName}
	| {
			readonly kind: 'container';
			readonly text: FuzzyText;
			readonly key: ContainerKey;
			/** Its name at the engine and its id: what people paste. */
			readonly also: string;
	  };

/** What stands under this key; undefined where it has gone. */
export const namedByKey = ({containers}: Names, key: ContainerKey): Named | undefined => {
	const container = containers.get(key);
	return container === undefined ? undefined : namedContainer(container);
};

const stretch = 256;

/** They are made ready by stretches, because an engine may have tens of thousands. */
export const namedStretches = ({
	groups,
	containers,
}: Names): readonly (() => readonly Named[])[] => {
	const starts = Array.from({length: Math.ceil(groups.length / stretch)}, (_, at) => at * stretch);
	return [
		...starts.map(start => () => groups.slice(start, start + stretch).map(namedGroup)),
		...containers.chunks.map(chunk => () => namedChunk(chunk)),
	];
};

const namedGroup = (group: GroupName): Named => {
	const known = namedGroups.get(group) ?? {
		...{kind: 'group', group, text: fuzzyText(group.name)},
	};
	namedGroups.set(group, known);
	return known;
};

const namedGroups = new WeakMap<GroupName, Named>();

/** Most stretches of a list stay as they are from one list to the next. */
const namedChunk = (chunk: Chunk): readonly Named[] => {
	const known =
		namedChunks.get(chunk) ?? chunk.flatMap(each => (each ? [namedContainer(each)] : []));
	namedChunks.set(chunk, known);
	return known;
};

const namedChunks = new WeakMap<Chunk, readonly Named[]>();

const namedContainer = (container: Container): Named => ({
	kind: 'container',
	text: fuzzyText(qualifiedName(container)),
	key: refKey(container.ref),
	also: `${container.ref.id} ${container.name}`,
});
