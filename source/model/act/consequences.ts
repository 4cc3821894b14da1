import {waitsOf} from '../attention/dependencies.ts';
import type {Container} from '../container.ts';
import {isRunning, isUp} from '../container.ts';
import {qualifiedName} from '../container-facts.ts';
import {listed} from '../listed.ts';
import type {ActionVerb, ContainerAction} from './container-action.ts';

/**
 * What follows from doing it to these, a sentence a line: what happens at once, who is cut off, who
 * depends on them, what of their data is kept. `all`: the containers there are.
 */
export const consequencesOf = (
	action: ContainerAction,
	containers: readonly Container[],
	all: Iterable<Container>,
): readonly string[] => [
	...ownSentence(action, containers),
	...(cutsOff.has(action.verb) ? portSentence(containers) : []),
	...(cutsOff.has(action.verb) ? dependantSentence(containers, all) : []),
	...(action.verb === 'remove' ? volumeSentences(action.volumes === true, containers) : []),
];

/** After those nobody is served, for a moment or for good. */
const cutsOff: ReadonlySet<ActionVerb> = new Set(['stop', 'restart', 'pause', 'kill', 'remove']);

const ownSentence = (
	action: ContainerAction,
	containers: readonly Container[],
): readonly string[] => {
	switch (action.verb) {
		case 'start':
			return ['Starts it as it was created.'];
		case 'stop':
			return ['Clients lose their connection; it stays stopped until it is started. Data is kept.'];
		case 'restart':
			return ['Clients lose their connection for a moment. Data is kept.'];
		case 'pause':
			return ['It stands still until it is unpaused: clients wait, health checks fail.'];
		case 'unpause':
			return ['It goes on where it stood still.'];
		case 'kill':
			return [signalSentence(action.signal ?? 'SIGKILL')];
		case 'rename':
			return ['It keeps running. Who calls it by the old name does not find it any more.'];
		case 'update':
			return ['It keeps running, and this holds from now on.'];
		case 'remove':
			return [
				...(containers.some(isRunning) ? ['It is running, and is killed first.'] : []),
				'What it wrote outside of volumes is lost, and so is its log.',
			];
	}
};

const signalSentence = (signal: string): string => {
	if (signal === 'SIGKILL') return 'It ends at once, without the chance to save anything.';
	if (signal === 'SIGSTOP') return 'Its first process stands still until SIGCONT comes.';
	return 'Its first process gets the signal; what follows is up to that program.';
};

const portSentence = (containers: readonly Container[]): readonly string[] => {
	const ports = containers
		.filter(isUp)
		.flatMap(({ports}) => ports.flatMap(({publicPort}) => publicPort ?? []));
	const published = [...new Set(ports)].toSorted((one, other) => one - other).map(String);
	if (published.length === 0) return [];
	const word = published.length === 1 ? 'port' : 'ports';
	return [`Nobody answers on ${word} ${listed(published, mostNamed)} of the host then.`];
};

const mostNamed = 4;

/** Those that Compose starts after one of these, as its labels say. */
const dependantsOf = (
	containers: readonly Container[],
	all: Iterable<Container>,
): readonly Container[] => {
	const chosen = new Set(containers.map(({ref}) => ref.id));
	const services = new Set(
		containers.flatMap(({compose}) =>
			compose ? serviceKey(compose.project, compose.service) : [],
		),
	);
	if (services.size === 0) return [];
	return [...all].filter(
		container =>
			container.compose !== undefined &&
			!chosen.has(container.ref.id) &&
			waitsOf(container).some(({service}) =>
				services.has(serviceKey(container.compose?.project ?? '', service)),
			),
	);
};

const serviceKey = (project: string, service: string): string => `${project}\0${service}`;

const dependantSentence = (
	containers: readonly Container[],
	all: Iterable<Container>,
): readonly string[] => {
	const names = dependantsOf(containers, all).filter(isUp).map(qualifiedName);
	if (names.length === 0) return [];
	return [`${listed(names, mostNamed)} ${names.length === 1 ? 'depends' : 'depend'} on it.`];
};

/** Docker names a volume that nobody has named by 64 hex digits. */
const anonymous = /^[0-9a-f]{64}$/;

export const isAnonymousVolume = (name: string): boolean => anonymous.test(name);

const volumeSentences = (
	takesVolumes: boolean,
	containers: readonly Container[],
): readonly string[] => {
	const volumes = containers.flatMap(({mounts}) =>
		mounts.filter(({type}) => type === 'volume').map(({source}) => source),
	);
	const names = [...new Set(volumes)];
	const nameless = names.filter(name => anonymous.test(name)).length;
	const named = names.filter(name => !anonymous.test(name));
	const count = `${nameless} volume${nameless === 1 ? '' : 's'} without a name`;
	return [
		...(nameless === 0
			? []
			: [
					takesVolumes ? `Deleted with it: ${count}.` : `Kept: ${count}; nothing else will use it.`,
				]),
		...(named.length === 0 ? [] : [`Kept: volume ${listed(named, mostNamed)}.`]),
		...(names.length === 0 && takesVolumes ? ['It has no volumes.'] : []),
	];
};

/** True where removing it takes volumes away for good. */
export const losesVolumes = ({mounts}: Container): boolean =>
	mounts.some(({type, source}) => type === 'volume' && anonymous.test(source));
