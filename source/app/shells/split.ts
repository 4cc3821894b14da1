import {execFile} from 'node:child_process';
import path from 'node:path';
import type {EndpointSource} from '../../model/engine-info.ts';
import type {SplitRequest} from '../../model/shell-request.ts';
import type {EndpointState} from '../../store/connection.ts';
import type {Told} from './tell-shell.ts';

export interface SplitPorts {
	readonly endpoint: EndpointState;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** How this program was started: the first words of what is run. */
	readonly program: readonly string[];
	/** What was given in place of the usual configuration, which says what is asked before a shell. */
	readonly config?: string;
}

/** What dockmon needs of its environment, which that of the server of tmux is not. */
const passed = ['PATH', 'HOME', 'TMPDIR', 'XDG_CONFIG_HOME', 'NO_COLOR', 'LANG', 'LC_ALL'];

/** By which an engine is found, and what reaches it: paths and switches, no secrets. */
const engineVariables = ['DOCKER_CONFIG', 'SSH_AUTH_SOCK'];
const tlsVariables = ['DOCKER_TLS', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'];
const paths = new Set(['DOCKER_CONFIG', 'DOCKER_CERT_PATH']);

/** Those whose TLS is that of the environment; all others bring their own, or have none. */
const byAddress: ReadonlySet<EndpointSource> = new Set(['--host', 'DOCKER_HOST']);

/**
 * The arguments of tmux, which lead to the engine of this session and to no other. No shell sees them: tmux
 * runs a command of more than one word as it is, and the container is named by its full id.
 */
export const splitArguments = (
	{target, what, where}: SplitRequest,
	{endpoint, env, program, config}: SplitPorts,
): readonly string[] => {
	const way = where === 'pane' ? ['split-window', '-h'] : ['new-window', '-n', what];
	// A log asks nothing, and has no such option.
	const own = config === undefined ? [] : [`--config=${path.resolve(config)}`];
	const verb = what === 'shell' ? ['shell', '--hold', '--yes', ...own] : ['logs', '--follow'];
	return [
		...way,
		...variablesFor(endpoint, env).flatMap(each => ['-e', each]),
		...program,
		...verb,
		engineOption(endpoint),
		target.ref.id,
	].map(notLastOfCommand);
};

/** A context brings its certificates; an address has none of its own. */
const engineOption = ({url, context}: EndpointState): string =>
	context === undefined || context === 'default' ? `--host=${url}` : `--context=${context}`;

const variablesFor = ({source}: EndpointState, env: SplitPorts['env']): readonly string[] => {
	const hasTls = byAddress.has(source);
	return [
		...passed.filter(name => env[name] !== undefined),
		// Empty is as good as not set, and not what the server of tmux was started with.
		...engineVariables,
		...tlsVariables,
	].map(name => {
		const value = tlsVariables.includes(name) && !hasTls ? '' : (env[name] ?? '');
		// The pane may begin in another directory.
		return `${name}=${value !== '' && paths.has(name) ? path.resolve(value) : value}`;
	});
};

/** For tmux a semicolon at the end of a word ends the command. */
const notLastOfCommand = (word: string): string => word.replace(/;$/, '\\;');

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
