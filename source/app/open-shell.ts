import {qualifiedName} from '../model/container-facts.ts';
import {shortId} from '../model/ids.ts';
import type {MessageLevel} from '../store/act/act-state.ts';
import {selectedContainer} from '../store/select-target.ts';
import type {Store} from '../store/store.ts';
import type {ShellPorts, ShellResult} from './shell-session.ts';
import {runShell} from './shell-session.ts';
import type {Watch} from './watch.ts';

/** Opens a shell in the selected container and says afterwards how it ended. */
export const openShell = async (
	store: Store,
	watch: Watch,
	ports: ShellPorts,
	now: () => number,
): Promise<void> => {
	const container = selectedContainer(store.getState());
	const {engine} = watch;
	if (container === undefined || engine === undefined) return;
	const name = qualifiedName(container);
	const result = await runShell(ports, {
		notice: `dockmon: shell in ${name} (${shortId(container.ref.id)}). exit or Ctrl-D comes back.`,
		open: (argv, size) =>
			engine.exec(
				container.ref,
				{argv, env: [`TERM=${process.env['TERM'] ?? 'xterm'}`], ...size},
				new AbortController().signal,
			),
	});
	const told = tell(name, result);
	if (told === undefined) return;
	const [level, text] = told;
	store.dispatch({type: 'message/added', level, text, atMillis: now()});
};

const tell = (name: string, result: ShellResult): readonly [MessageLevel, string] | undefined => {
	switch (result.kind) {
		case 'ended':
			return ['info', `shell in ${name} ended, exit code ${result.exitCode ?? 'unknown'}`];
		case 'no-shell':
			return ['error', `no shell in ${name}: its image has no bash, ash or sh`];
		case 'not-running':
			return ['error', `no shell in ${name}: ${result.message}`];
		case 'gone':
			return ['error', `${name} is gone: ${result.message}`];
		case 'failed': {
			const hint = result.hint === undefined ? '' : ` (${result.hint})`;
			return ['error', `no shell in ${name}: ${result.message}${hint}`];
		}
		case 'lost':
			return ['error', `the shell in ${name} was cut off: ${result.message}`];
		case 'cancelled':
			return undefined;
	}
};
