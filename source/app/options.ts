import {known} from '../model/known.ts';
import type {ColourLevel} from '../view/theme/theme.ts';
import {readFlags} from './read-flags.ts';

export interface Options {
	readonly host?: string;
	readonly context?: string;
	/** Undefined: not asked for. */
	readonly showsStopped?: boolean;
	/** Undefined: what suits the way figures are read. */
	readonly intervalMillis?: number;
	/** False asks the engine for all figures. */
	readonly readsCgroups: boolean;
	/** Nothing is changed on the engine; undefined: as the configuration says. */
	readonly isReadOnly?: boolean;
	/** Undefined opens the screen. */
	readonly print?: 'table' | 'json';
	/** `or-demo`: only where no real engine answers. */
	readonly demo: 'no' | 'yes' | 'or-demo';
	readonly seed: number;
	readonly colour?: ColourLevel;
	/** A name, or the path of a file; undefined: what suits the background. */
	readonly theme?: string;
	readonly isAscii: boolean;
	/** False leaves it to the terminal. */
	readonly takesMouse: boolean;
	/** Lines of words instead of a screen. */
	readonly isSpoken: boolean;
	/** In place of the usual configuration. */
	readonly config?: string;
}

export type Invocation =
	| {readonly kind: 'run'; readonly options: Options}
	/** Print what holds, with who said so, and end well. */
	| {readonly kind: 'settings'; readonly options: Options}
	/** Print the help, in which some keys are named. */
	| {readonly kind: 'help'; readonly options: Options}
	/** Put the terminal right and end. */
	| {readonly kind: 'reset'}
	/** Print this and end well. */
	| {readonly kind: 'print'; readonly text: string}
	/** Say this on stderr and end with 2. */
	| {readonly kind: 'wrong'; readonly reason: string};

export const colourLevels: Readonly<Record<string, ColourLevel>> = {
	none: 'mono',
	'16': '16',
	'256': '256',
	'24bit': '24',
};

const flags = {
	host: {type: 'string', shortFlag: 'H'},
	context: {type: 'string', shortFlag: 'c'},
	all: {type: 'boolean', shortFlag: 'a'},
	interval: {type: 'number', shortFlag: 'i'},
	cgroup: {type: 'boolean', default: true},
	readOnly: {type: 'boolean'},
	once: {type: 'boolean'},
	json: {type: 'boolean'},
	demo: {type: 'boolean'},
	orDemo: {type: 'boolean'},
	seed: {type: 'number', default: 1},
	color: {type: 'string'},
	theme: {type: 'string'},
	light: {type: 'boolean'},
	ascii: {type: 'boolean'},
	mouse: {type: 'boolean', default: true},
	screenReader: {type: 'boolean'},
	config: {type: 'string'},
	printConfig: {type: 'boolean'},
	reset: {type: 'boolean'},
	help: {type: 'boolean', shortFlag: 'h'},
	version: {type: 'boolean', shortFlag: 'v'},
} as const;

/** What the arguments mean; never ends the process. */
export const parseArguments = (argv: readonly string[], version: string): Invocation => {
	// `--no-color` is a flag of its own kind beside `--color LEVEL`, which meow takes for a negation.
	const isColourless = argv.includes('--no-color');
	const cli = readFlags(
		argv.filter(argument => argument !== '--no-color'),
		flags,
	);
	if (cli instanceof Error) return {kind: 'wrong', reason: cli.message};
	const given = cli.flags;
	if (given.help) return {kind: 'help', options: toOptions(given, isColourless)};
	if (given.version)
		return {kind: 'print', text: `dockmon ${version}, Node.js ${process.versions.node}`};
	const reason = whyWrong(cli.input, given);
	if (reason !== undefined) return {kind: 'wrong', reason};
	if (given.reset) return {kind: 'reset'};
	return {
		kind: given.printConfig ? 'settings' : 'run',
		options: toOptions(given, isColourless),
	};
};

const toOptions = (given: Given, isColourless: boolean): Options => {
	const colour = isColourless ? 'mono' : colourLevels[given.color ?? ''];
	const theme = given.theme ?? (given.light ? 'light' : undefined);
	const print = given.json ? 'json' : given.once ? 'table' : undefined;
	return {
		...known('host', given.host),
		...known('context', given.context),
		...known<'print', 'table' | 'json'>('print', print),
		...known('colour', colour),
		...known('theme', theme),
		...known('showsStopped', given.all),
		...known('config', given.config),
		...known('intervalMillis', given.interval),
		...known('isReadOnly', given.readOnly),
		readsCgroups: given.cgroup,
		demo: given.demo ? 'yes' : given.orDemo ? 'or-demo' : 'no',
		seed: given.seed,
		isAscii: given.ascii === true,
		takesMouse: given.mouse,
		isSpoken: given.screenReader === true,
	};
};

type Given = Exclude<ReturnType<typeof readFlags<typeof flags>>, Error>['flags'];

const whyWrong = (input: readonly string[], given: Given): string | undefined => {
	const unknown = Object.keys(given).find(name => !Object.hasOwn(flags, name));
	if (unknown !== undefined) return `unknown option ${dashed(unknown)}`;
	if (input[0] !== undefined) return `unknown command ${input[0]}`;
	// meow takes `--no-host` for a host that is false.
	const negated = Object.entries(given).find(
		([name, value]) => value === false && flags[name as keyof typeof flags].type !== 'boolean',
	);
	if (negated !== undefined) return `unknown option --no-${negated[0]}`;
	const empty = (['host', 'context', 'config', 'theme'] as const).find(name => given[name] === '');
	if (empty !== undefined) return `--${empty} needs a ${needed[empty]}`;
	const clash = whyNotTogether(given);
	if (clash !== undefined) return clash;
	if (given.interval !== undefined && !isInterval(given.interval)) {
		return '--interval is a number of milliseconds from 250 to 60000';
	}
	if (!Number.isSafeInteger(given.seed)) return '--seed is a whole number';
	if (given.color !== undefined && !Object.hasOwn(colourLevels, given.color)) {
		return '--color is one of none, 16, 256, 24bit';
	}
	return undefined;
};

const whyNotTogether = ({host, context, demo, theme, light}: Given): string | undefined => {
	if (host !== undefined && context !== undefined) {
		return '--host and --context both choose an engine; give one of them';
	}
	if (demo && (host ?? context) !== undefined) {
		return '--demo brings its own engine; leave out --host and --context';
	}
	return theme !== undefined && light
		? '--theme and --light both choose colours; give one of them'
		: undefined;
};

const needed = {host: 'URL', context: 'name', config: 'path', theme: 'name or a file'} as const;

const isInterval = (millis: number): boolean => millis >= 250 && millis <= 60_000;

const dashed = (name: string): string =>
	name.length === 1
		? `-${name}`
		: `--${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
