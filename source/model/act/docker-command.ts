import type {ContainerAction, LimitsChange, RestartPolicy} from './container-action.ts';

/** A container as the docker CLI is told of it. */
export interface Named {
	/** The engine's full id. */
	readonly id: string;
	/** As `docker ps` shows it. */
	readonly name: string;
}

/** What the docker CLI would be given for the same, as arguments. */
export const dockerCommand = (
	action: ContainerAction,
	containers: readonly Named[],
): readonly string[] => ['docker', ...wordsOf(action), ...containers.map(wordFor), ...tail(action)];

const soundName = /^[a-zA-Z0-9][\w.-]*$/;

/** A name that could be read as an option, or as anything else, is no argument; the id is. */
const wordFor = ({id, name}: Named): string => (soundName.test(name) ? name : id);

const tail = (action: ContainerAction): readonly string[] =>
	action.verb === 'rename' ? [action.name] : [];

const wordsOf = (action: ContainerAction): readonly string[] => {
	switch (action.verb) {
		case 'kill':
			return ['kill', ...(action.signal === undefined ? [] : [`--signal=${action.signal}`])];
		case 'remove':
			return ['rm', ...(action.force ? ['--force'] : []), ...(action.volumes ? ['--volumes'] : [])];
		case 'update':
			return [
				'update',
				...limitOptions(action.limits ?? {}),
				...policyOption(action.restartPolicy),
			];
		default:
			return [action.verb];
	}
};

const limitOptions = ({cpus, memoryBytes, pids}: LimitsChange): readonly string[] => [
	...(cpus === undefined ? [] : [`--cpus=${cpus}`]),
	// The engine refuses a limit above that of memory and swap together.
	...(memoryBytes === undefined
		? []
		: [`--memory=${sizeWord(memoryBytes)}`, `--memory-swap=${sizeWord(memoryBytes)}`]),
	...(pids === undefined ? [] : [`--pids-limit=${pids}`]),
];

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

/** In the largest unit in which it is whole. */
const sizeWord = (bytes: number): string => {
	if (bytes > 0 && bytes % gibibyte === 0) return `${bytes / gibibyte}g`;
	return bytes > 0 && bytes % mebibyte === 0 ? `${bytes / mebibyte}m` : String(bytes);
};

const policyOption = (policy: RestartPolicy | undefined): readonly string[] => {
	if (policy === undefined) return [];
	const retries = policy.name === 'on-failure' && policy.retries > 0 ? `:${policy.retries}` : '';
	return [`--restart=${policy.name}${retries}`];
};
