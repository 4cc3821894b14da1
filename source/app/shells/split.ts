import {execFile} from 'node:child_process';
import type {SplitRequest} from '../../model/shell-request.ts';
import type {EndpointState} from '../../store/connection.ts';
import type {Told} from './tell-shell.ts';

export interface SplitPorts {
	readonly endpoint: EndpointState;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** How this program was started: the first words of what is run. */
	readonly program: readonly string[];
}

/** What dockmon needs of its environment, which that of the server of tmux is not. */
const passed = [
	'DOCKER_CERT_PATH',
	'DOCKER_TLS_VERIFY',
	'DOCKER_CONFIG',
	'NO_COLOR',
	'LANG',
	'LC_ALL',
];

/**
 * The arguments of tmux. No shell sees them: tmux runs a command of more than one word as it is, and the
 * container is named by its full id.
 */
export const splitArguments = (
	{target, what, where}: SplitRequest,
	{endpoint, env, program}: SplitPorts,
): readonly string[] => {
	const way = where === 'pane' ? ['split-window', '-h'] : ['new-window', '-n', what];
	const variables = passed.flatMap(name => {
		const value = env[name];
		return value === undefined ? [] : ['-e', `${name}=${value}`];
	});
	const verb = what === 'shell' ? ['shell', '--hold'] : ['logs', '--follow'];
	return [...way, ...variables, ...program, ...verb, `--host=${endpoint.url}`, target.ref.id];
};

const tmuxMillis = 5000;

/** Opens it beside dockmon; says so only where it fails. */
export const split = (request: SplitRequest, ports: SplitPorts): Promise<Told | undefined> => {
	const {promise, resolve} = Promise.withResolvers<Told | undefined>();
	const options = {timeout: tmuxMillis};
	execFile('tmux', splitArguments(request, ports), options, (error, _stdout, stderr) => {
		if (error === null) resolve(undefined);
		else resolve(['error', `tmux opened no ${request.where}: ${stderr.trim() || error.message}`]);
	});
	return promise;
};
