import {type ComposeOrder, composeArguments} from '../../model/compose/arguments.ts';
import {composeEnvironment} from '../../model/compose/environment.ts';
import type {ComposePlace, Refusal} from '../../model/compose/project.ts';
import {known} from '../../model/known.ts';
import {maskSecrets} from '../../model/secrets.ts';
import type {ProgramRequest} from '../../model/user-command.ts';
import type {Confirm} from '../../store/overlay.ts';
import {selectCompose} from '../../store/select-compose.ts';
import type {State} from '../../store/state.ts';
import {runnable, whyNoFiles} from '../../store/why-no-compose.ts';

/** Compose takes its own ten seconds to stop what it has started. */
const patienceMillis = 12_000;

/** What Compose would be run for: its arguments, where, and for which engine; or why it cannot be. */
export const composeRequest = (
	state: State,
	project: string,
	order: ComposeOrder,
): (ProgramRequest & {readonly place: ComposePlace}) | Refusal => {
	const ready = runnable(state, project);
	if (ready === undefined) return {problem: whyNoFiles(state, project) ?? 'it cannot be run'};
	const {tool, place} = ready;
	const argv = composeArguments(tool, place, order, profilesInUse(state, project));
	if ('problem' in argv) return argv;
	const what = subjectOf(order);
	return {
		...{argv, place, patienceMillis, directory: place.directory},
		name: `${order.verb} ${project}${what === '' ? '' : `/${what}`}`,
		show: order.verb === 'run' && order.isTerminal ? 'terminal' : 'output',
		text: maskSecrets(argv.join(' ')),
		env: composeEnvironment(state.endpoint.url),
		...known('oneOff', order.verb === 'run' ? order.name : undefined),
	};
};

/** Without them Compose would leave alone, or for orphans, what was started with a profile. */
export const profilesInUse = (state: State, project: string): readonly string[] => {
	const entry = selectCompose(state).find(each => each.kind === 'project' && each.name === project);
	const services = entry?.kind === 'project' ? entry.services : [];
	return [
		...new Set(
			services.filter(each => each.containers.length > 0).flatMap(({file}) => file?.profiles ?? []),
		),
	];
};

const subjectOf = (order: ComposeOrder): string => {
	if ('service' in order) return order.service;
	return 'services' in order ? order.services.join(',') : '';
};

type Asked = Exclude<ComposeOrder['verb'], 'config' | 'hashes'>;

/** The question before it: what is run, on which files, and what follows. */
export const composeConfirm = (
	request: ProgramRequest & {readonly place: ComposePlace},
	order: ComposeOrder & {readonly verb: Asked},
): Confirm => {
	const {place, ...program} = request;
	const what = subjectOf(order);
	const target = `${what === '' ? 'project ' : `${place.project}/`}${what === '' ? place.project : what}`;
	return {
		title: `${titles[order.verb]} ${target}?`,
		lines: [
			...place.files.map(file => `File: ${file}`),
			...place.envFiles.map(file => `Values: ${file}`),
			...place.cautions,
			consequenceOf(order),
			`Runs: ${program.text}`,
		],
		request: {kind: 'program', ...program},
	};
};

const consequenceOf = (order: ComposeOrder & {readonly verb: Asked}): string => {
	if (order.verb === 'scale') return `It will have ${replicas(order.count)}.`;
	if (order.verb === 'run' && order.isTerminal) return onTerminal;
	return order.verb === 'down' && order.volumes ? withVolumes : consequences[order.verb];
};

const onTerminal =
	'In a container of its own on this terminal, which it has until it ends; the container is removed then.';

const withVolumes = 'Stops and removes all of its containers and networks.';

const replicas = (count: number): string => (count === 1 ? '1 replica' : `${count} replicas`);

const titles: Readonly<Record<Asked, string>> = {
	up: 'Up',
	down: 'Down',
	build: 'Build the images of',
	pull: 'Pull the images of',
	recreate: 'Create anew',
	scale: 'Scale',
	run: 'Run once in',
};

const consequences: Readonly<Record<Exclude<Asked, 'scale'>, string>> = {
	up: 'Makes and starts what is missing, and makes anew what differs from the files.',
	down: 'Stops and removes all of its containers and networks. Its volumes are kept.',
	build: 'What runs goes on as it is until it is made anew.',
	pull: 'What runs goes on as it is until it is made anew.',
	recreate: 'Replaces its containers by new ones. Clients lose their connection; volumes are kept.',
	run: 'In a container of its own, which is removed at the end. It cannot be typed into.',
};
