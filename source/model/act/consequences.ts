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
	...ownSentences(action, containers),
	...(cutsOff(action) ? portSentence(containers) : []),
	...(cutsOff(action) ? dependantSentence(containers, all) : []),
	...(action.verb === 'remove' ? volumeSentences(action.volumes === true, containers) : []),
];

const cutting: ReadonlySet<ActionVerb> = new Set(['stop', 'restart', 'pause', 'remove']);

/** Those after which most programs do not answer any more. */
const endingSignals: ReadonlySet<string> = new Set([
	...['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGSTOP'],
]);

/** After it nobody is served, for a moment or for good. */
export const cutsOff = (action: ContainerAction): boolean =>
	action.verb === 'kill' ? endingSignals.has(action.signal ?? 'SIGKILL') : cutting.has(action.verb);

/** One container is spoken of otherwise than several. */
const pick = (containers: readonly Container[], one: string, many: string): string =>
	containers.length === 1 ? one : many;

const ownSentences = (
	action: ContainerAction,
	containers: readonly Container[],
): readonly string[] => {
	const say = (one: string, many: string): readonly string[] => [pick(containers, one, many)];
	const runs = containers.some(isRunning);
	switch (action.verb) {
		case 'start':
			return say('Starts it as it was created.', 'Starts them as they were created.');
		case 'stop':
			return say(
				'Clients lose their connection; it stays stopped until it is started. Data is kept.',
				'Clients lose their connection; all stay stopped until they are started. Data is kept.',
			);
		case 'restart':
			return containers.some(isUp)
				? ['Clients lose their connection for a moment. Data is kept.']
				: say('It does not run, and is started.', 'None of them runs; they are started.');
		case 'pause':
			return say(
				'It stands still until it is unpaused: clients wait, health checks fail.',
				'They stand still until they are unpaused: clients wait, health checks fail.',
			);
		case 'unpause':
			return say('It goes on where it stood still.', 'They go on where they stood still.');
		case 'kill':
			return say(...signalSentences(action.signal ?? 'SIGKILL'));
		case 'rename':
			return [
				...(runs ? ['It keeps running.'] : []),
				'Who calls it by the old name does not find it any more.',
			];
		case 'update':
			return runs
				? say(
						'It keeps running, and this holds from now on.',
						'What runs keeps running, and this holds from now on.',
					)
				: ['This holds from the next start on.'];
		case 'remove':
			return [
				...killedFirst(containers),
				...say(
					'What it wrote outside of volumes is lost, and so is its log.',
					'What they wrote outside of volumes is lost, and so are their logs.',
				),
			];
	}
};

/** Of one, and of several. */
const signalSentences = (signal: string): readonly [one: string, many: string] => {
	if (signal === 'SIGKILL')
		return [
			'It ends at once, without the chance to save anything.',
			'They end at once, without the chance to save anything.',
		];
	if (signal === 'SIGSTOP')
		return [
			'Its first process stands still until SIGCONT comes.',
			'The first process of each stands still until SIGCONT comes.',
		];
	return [
		'Its first process gets the signal; what follows is up to that program.',
		'The first process of each gets the signal; what follows is up to that program.',
	];
};

const killedFirst = (containers: readonly Container[]): readonly string[] => {
	const running = containers.filter(isRunning).length;
	if (running === 0) return [];
	if (containers.length === 1) return ['It is running, and is killed first.'];
	if (running === containers.length) return ['They are running, and are killed first.'];
	return [
		running === 1
			? '1 of them is running, and is killed first.'
			: `${running} of them are running, and are killed first.`,
	];
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
	const verb = names.length === 1 ? 'depends' : 'depend';
	return [`${listed(names, mostNamed)} ${verb} on ${pick(containers, 'it', 'them')}.`];
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
	const [count, those] =
		nameless === 1
			? ['1 volume without a name', 'it']
			: [`${nameless} volumes without a name`, 'them'];
	const gone = `Deleted with ${pick(containers, 'it', 'them')}: ${count}.`;
	const kept = `Kept: ${count}; nothing else will use ${those}.`;
	const word = named.length === 1 ? 'volume' : 'volumes';
	return [
		...(nameless === 0 ? [] : [takesVolumes ? gone : kept]),
		...(named.length === 0 ? [] : [`Kept: ${word} ${listed(named, mostNamed)}.`]),
		...(names.length === 0 && takesVolumes
			? [pick(containers, 'It has no volumes.', 'They have no volumes.')]
			: []),
	];
};

/** True where removing it takes volumes away for good. */
export const losesVolumes = ({mounts}: Container): boolean =>
	mounts.some(({type, source}) => type === 'volume' && anonymous.test(source));
