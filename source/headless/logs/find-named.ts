import type {Container} from '../../model/container.ts';
import {displayName, qualifiedName} from '../../model/container-facts.ts';
import {logSourceOf} from '../../model/logs/log-source.ts';
import {isInTarget, type LogTarget} from '../../model/logs/log-target.ts';

/** What the words of a command line mean. */
export interface Named {
	readonly targets: readonly LogTarget[];
	/** Words that nothing is called by. */
	readonly unknown: readonly string[];
}

/**
 * Each word is a container (its name, or the beginning of its id), a service (`api`, `shop/api`, one
 * replica `api-2`) or a project. The first of these that there is counts; a service of that name in
 * several projects is all of them.
 */
export const findNamed = (words: readonly string[], containers: readonly Container[]): Named => {
	const found = words.map(word => ({word, targets: targetsOf(word, containers)}));
	return {
		targets: found.flatMap(({targets}) => targets),
		unknown: found.filter(({targets}) => targets.length === 0).map(({word}) => word),
	};
};

const targetsOf = (word: string, containers: readonly Container[]): readonly LogTarget[] => {
	for (const find of finders) {
		const targets = find(word, containers);
		if (targets.length > 0) return targets;
	}
	return [];
};

type Finder = (word: string, containers: readonly Container[]) => readonly LogTarget[];

const ofContainers =
	(isMeant: (container: Container, word: string) => boolean): Finder =>
	(word, containers) =>
		containers
			.filter(container => isMeant(container, word))
			.map(container => ({kind: 'source', source: logSourceOf(container)}));

/** One target for each service, so that its later replicas are meant too. */
const ofServices =
	(isMeant: (project: string, service: string, word: string) => boolean): Finder =>
	(word, containers) => {
		const services = new Map<string, LogTarget>();
		for (const {compose} of containers) {
			if (compose === undefined || compose.oneOff) continue;
			const {project, service} = compose;
			if (!isMeant(project, service, word)) continue;
			services.set(JSON.stringify([project, service]), {kind: 'service', project, service});
		}
		return [...services.values()];
	};

/** As Docker does, but not for so few digits that a word could be meant. */
const fewestDigits = 4;

const finders: readonly Finder[] = [
	ofContainers(({name}, word) => name === word),
	ofServices((project, service, word) => `${project}/${service}` === word),
	ofServices((_project, service, word) => service === word),
	(word, containers) => {
		const target: LogTarget = {kind: 'project', project: word};
		return word !== '' && containers.some(each => isInTarget(target, each)) ? [target] : [];
	},
	ofContainers(
		(container, word) =>
			displayName(container, true) === word ||
			qualifiedName(container) === word ||
			`${container.compose?.project}/${displayName(container, true)}` === word,
	),
	ofContainers(
		({ref}, word) =>
			word.length >= fewestDigits && /^[\da-f]+$/.test(word) && ref.id.startsWith(word),
	),
];
