import {shortId} from '../ids.ts';
import type {ShellChoice} from '../shell-request.ts';

/** Ways into a container, for a person or for a file; they are asked about as actions are. */
export const waysIn = ['shell', 'rootShell', 'attach', 'debug', 'copyIn'] as const;
export type WayIn = (typeof waysIn)[number];

/** As root: by name or number, with whatever group. */
export const isRootUser = (user: string | undefined): boolean =>
	user !== undefined && /^(root|[+-]?0+)(:|$)/.test(user);

/** What the docker CLI would be given for a shell, or for what else is to be run. */
export const execCommand = (
	id: string,
	{argv = ['sh'], user, workingDirectory, env = []}: ShellChoice,
): readonly string[] => [
	...['docker', 'exec', '-it'],
	...(user === undefined ? [] : ['-u', user]),
	...(workingDirectory === undefined ? [] : ['-w', workingDirectory]),
	...env.flatMap(each => ['-e', each]),
	shortId(id),
	...argv,
];

/** The same for a container beside another one. */
export const debugCommand = (id: string, image: string): readonly string[] => {
	const shared = `container:${shortId(id)}`;
	return [
		...['docker', 'run', '--rm', '-it', `--pid=${shared}`, `--network=${shared}`],
		...['--cap-add=SYS_PTRACE', '--entrypoint=sh', image],
	];
};
