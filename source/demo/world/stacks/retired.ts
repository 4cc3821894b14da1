import {hexFor, type Random, randomFor} from '../random.ts';
import {type ContainerSpec, days, mebi, minutes, type PastSpec, seconds} from '../spec.ts';
import {pythonEnv} from './shared.ts';

const topics: readonly [string, ...string[]] = [
	'checkout',
	'search',
	'billing',
	'mobile',
	'reports',
	'onboarding',
	'inventory',
	'partner',
];

type Service = readonly [name: string, command: readonly string[]];

const services: readonly [Service, ...Service[]] = [
	['api', ['gunicorn', 'api.wsgi', '-b', ':8000']],
	['worker', ['celery', '-A', 'tasks', 'worker']],
	['web', ['nginx', '-g', 'daemon off;']],
	['db', ['postgres']],
	['cache', ['redis-server', '--save', '']],
	['migrate', ['alembic', 'upgrade', 'head']],
	['test', ['pytest', '-q']],
	['lint', ['ruff', 'check', '.']],
];

/** They never run unless somebody starts one; then it idles. */
const load: ContainerSpec['load'] = {
	cpu: {base: 0.002, jitter: 0.001},
	memory: {freshBytes: 20 * mebi, settledBytes: 30 * mebi},
	pids: 2,
};

/**
 * What is left on a machine where nobody prunes: stopped containers of old branches, nightly runs and
 * trials, 300 projects for 30,000 containers. They share what they can, for they are many.
 */
export const retired = (seed: number, count: number): ContainerSpec[] => {
	const size = Math.ceil(Math.sqrt(count / 3));
	const specs: ContainerSpec[] = [];
	for (let index = 0; specs.length < count; index++) {
		const project = projectAt(seed, index);
		for (let member = 0; member < size && specs.length < count; member++)
			specs.push(memberOf(project, member));
	}
	return specs;
};

interface Project {
	readonly name: string;
	readonly seed: number;
	/** Since its last run. */
	readonly ageMillis: number;
	readonly version: string;
}

const projectAt = (seed: number, index: number): Project => {
	const random = randomFor(`retired ${seed} ${index}`);
	const topic = random.pick(topics);
	const kinds = [
		`nightly-${1000 + index}`,
		`${topic}-pr-${300 + index}`,
		`${topic}-trial-${index}`,
	];
	return {
		name: kinds[index % kinds.length] ?? topic,
		seed,
		// Most are of the last weeks, some more than a year old.
		ageMillis: (0.2 + 500 * random.next() ** 3) * days,
		version: `0.${random.integer(1, 30)}`,
	};
};

/** Every fourth was a single run (`compose run`), the others are replicas of services. */
const memberOf = (project: Project, member: number): ContainerSpec => {
	const [service, command] = services[member % services.length] ?? services[0];
	const random = randomFor(`retired ${project.seed} ${project.name} ${member}`);
	const oneOff = member % 4 === 3;
	const number = Math.floor(member / services.length) + 1;
	return {
		name: oneOff
			? `${project.name}-${service}-run-${hexFor(`${project.seed} ${project.name} ${member}`, 12)}`
			: `${project.name}-${service}-${number}`,
		compose: {project: project.name, service, number, oneOff},
		image: `ci/${service}:${project.version}`,
		command,
		env: pythonEnv,
		load,
		voice: 'plain',
		past: pastOf(project, random),
	};
};

const pastOf = ({ageMillis}: Project, random: Random): PastSpec => {
	const exitedForMillis = Math.floor(ageMillis * (1 + random.next() / 20));
	const ranForMillis = Math.floor(2 * seconds + 600 * minutes * random.next() ** 6);
	if (random.chance(0.02)) return {state: 'created', ranForMillis: exitedForMillis};
	const exitCode = random.pick(exitCodes);
	const oomKilled = exitCode === 137 && random.chance(0.4);
	return {state: 'exited', ranForMillis, exitedForMillis, exitCode, oomKilled};
};

/** By how often they are met. */
const exitCodes: readonly [number, ...number[]] = [
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 137, 137, 143, 143, 2, 127, 139, 255,
];
