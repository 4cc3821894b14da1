import process from 'node:process';
import {cleanText} from '../format/sanitise.ts';
import {type ActionPolicy, cautionOfWayIn, isProtectedHost} from '../model/act/policy.ts';
import {isRootUser} from '../model/act/way-in.ts';
import type {Container} from '../model/container.ts';
import {qualifiedName} from '../model/container-facts.ts';
import {EngineError} from '../model/engine-error.ts';
import {shortId} from '../model/ids.ts';
import {countReplicas} from '../model/replicas.ts';
import {maskSecrets} from '../model/secrets.ts';
import type {EndpointState} from '../store/connection.ts';
import {isConfirmed} from './ask-in-terminal.ts';
import {chooseEngine} from './choose-engine.ts';
import {InputRouter} from './input-router.ts';
import {startKillGuard} from './kill-guard.ts';
import {reasonOf} from './last-words.ts';
import {loadSettings, policyOf, withSettings} from './load-settings.ts';
import type {OpenedEngine} from './open-engine.ts';
import type {ShellOptions} from './shell-options.ts';
import type {ShellResult} from './shell-session.ts';
import {openShell} from './shells/open-shell.ts';
import {tellShell} from './shells/tell-shell.ts';
import {ExitGuard} from './signals.ts';
import {surroundings} from './surroundings.ts';
import {everythingOffInPlace, Terminal} from './terminal.ts';

const exitFailed = 1;

/**
 * A shell in a container in this terminal, without the screen; ends with it, by its exit code. However it
 * is ended, nothing of it is left in the container.
 */
export const runShellCommand = async (options: ShellOptions): Promise<number> => {
	if (!process.stdin.isTTY || !process.stdout.isTTY)
		throw new EngineError('invalid', 'dockmon shell needs a terminal');
	const {settings, warnings} = await loadSettings(options.common, surroundings());
	// What would have been asked first may be among what could not be read.
	for (const each of warnings) process.stderr.write(`dockmon: ${cleanText(maskSecrets(each))}\n`);
	if (withSettings(options.common, settings).isReadOnly)
		throw new EngineError(
			'invalid',
			'no shell: dockmon is configured to change nothing (readOnly)',
		);
	const {open} = await chooseEngine(options.common);
	const opened = await open(false);
	try {
		const signal = new AbortController().signal;
		await opened.engine.connect(signal);
		const container = findOne(options.word, countReplicas(await opened.engine.list(signal)));
		if (!(await mayEnter(policyOf(settings), opened.endpoint, container, options))) {
			process.stderr.write('dockmon: no shell was opened\n');
			return exitFailed;
		}
		return await inTerminal(opened, container, options);
	} finally {
		opened.engine.dispose();
		await opened.close();
	}
};

/** Asks where the policy wants it; who has answered before says so by `--yes`. */
const mayEnter = async (
	policy: ActionPolicy,
	endpoint: EndpointState,
	container: Container,
	{choice, isAnswered}: ShellOptions,
): Promise<boolean> => {
	const isProtected = isProtectedHost(policy, endpoint);
	const way = isRootUser(choice.user) ? 'rootShell' : 'shell';
	const caution = cautionOfWayIn(policy, way, {isProtected});
	if (caution === 'never' || isAnswered) return true;
	const what = way === 'shell' ? 'shell' : 'root shell';
	const lines = [
		`${what} in ${qualifiedName(container)} (${shortId(container.ref.id)}), ${container.state}?`,
		`The engine is ${endpoint.url}${isProtected ? ', which is protected' : ''}.`,
	];
	return await isConfirmed(lines, caution === 'name' ? container.name : undefined);
};

const inTerminal = async (
	{engine}: OpenedEngine,
	container: Container,
	{choice, holds}: ShellOptions,
): Promise<number> => {
	const router = new InputRouter();
	const terminal = new Terminal();
	const guard = new ExitGuard({
		unmount() {},
		restore(how) {
			terminal.restore(how);
			router.stop();
			killGuard.dismiss();
		},
		onStop: stop => stop(),
		onContinue: () => router.start(),
		describe: error => [`dockmon stopped by a fault of its own: ${reasonOf(error)}`],
	});
	router.subscribe(({kind}) => {
		if (kind === 'closed') guard.hangUp();
	});
	const killGuard = startKillGuard(() => router.start(), everythingOffInPlace);
	const title = qualifiedName(container);
	const result = await openShell(
		engine,
		{
			router,
			lender: {lend: use => use()},
			onExit: cleanup => guard.onExit(cleanup),
		},
		{target: {ref: container.ref, title}, ...choice},
	);
	terminal.tidy();
	router.stop();
	const code = exitCodeOf(result);
	const told = tellShell(result, {what: 'shell in', title});
	if (result.kind !== 'ended' && told !== undefined) {
		process.stderr.write(`dockmon: ${cleanText(maskSecrets(told[1]))}\n`);
		if (holds) await untilEnter();
	}
	await guard.exit(code);
	return code;
};

const exitCodeOf = (result: ShellResult): number =>
	result.kind === 'ended' ? (result.exitCode ?? exitFailed) : exitFailed;

/** A pane that closes at once would take the reason with it. */
const untilEnter = async (): Promise<void> => {
	process.stderr.write('Enter closes this.\n');
	process.stdin.resume();
	await new Promise(resolve => process.stdin.once('data', resolve));
};

/** By full id, by name, else by the only id that begins so. */
const findOne = (word: string, containers: readonly Container[]): Container => {
	const exact = containers.find(({ref, name}) => ref.id === word || name === word);
	if (exact !== undefined) return exact;
	const called = containers.filter(container => qualifiedName(container) === word);
	const meant =
		called.length > 0
			? called
			: containers.filter(({ref}) => word.length >= 4 && ref.id.startsWith(word));
	const [only, another] = meant;
	if (only !== undefined && another === undefined) return only;
	const reason =
		only === undefined ? `no container is called ${word}` : `${word} may be several containers`;
	throw new EngineError('invalid', reason);
};
