import {parseSince} from '../headless/logs/parse-since.ts';
import {known} from '../model/known.ts';
import {type LogLevel, logLevels} from '../model/logs/log-level.ts';
import {type LogPattern, parsePattern} from '../model/logs/log-pattern.ts';
import type {LogQuery} from '../model/logs/log-query.ts';
import {logsHelpText} from './logs-help-text.ts';
import {type Invocation, type Options, parseArguments} from './options.ts';
import {readFlags} from './read-flags.ts';

export interface LogsOptions {
	/** How the engine is found, and colours. */
	readonly common: Options;
	/** Containers, services and projects as the user calls them. */
	readonly words: readonly string[];
	readonly follows: boolean;
	readonly sinceMillis?: number;
	/** Of each container; undefined: all. */
	readonly tail?: number;
	readonly query: LogQuery;
	readonly isJson: boolean;
	readonly hasStamps: boolean;
}

export type LogsInvocation =
	| {readonly kind: 'logs'; readonly options: LogsOptions}
	| Exclude<Invocation, {readonly kind: 'run'}>;

/** The flags of this command; all others are those of the program. */
const flags = {
	follow: {type: 'boolean', shortFlag: 'f'},
	since: {type: 'string', shortFlag: 'S'},
	tail: {type: 'string', shortFlag: 'n'},
	grep: {type: 'string', shortFlag: 'g', isMultiple: true},
	exclude: {type: 'string', isMultiple: true},
	level: {type: 'string'},
	stream: {type: 'string'},
	timestamps: {type: 'boolean', shortFlag: 't'},
	json: {type: 'boolean'},
	help: {type: 'boolean', shortFlag: 'h'},
	host: {type: 'string', shortFlag: 'H'},
	context: {type: 'string', shortFlag: 'c'},
	demo: {type: 'boolean'},
	orDemo: {type: 'boolean'},
	seed: {type: 'string'},
	color: {type: 'string'},
	ascii: {type: 'boolean'},
} as const;

/** What the arguments behind `logs` mean; never ends the process. */
export const parseLogsArguments = (
	argv: readonly string[],
	nowMillis: number,
	version: string,
): LogsInvocation => {
	// meow takes `--no-color` for a negation of `--color LEVEL`.
	const isColourless = argv.includes('--no-color');
	const cli = readFlags(
		argv.filter(argument => argument !== '--no-color'),
		flags,
	);
	if (cli instanceof Error) return {kind: 'wrong', reason: cli.message};
	const given = cli.flags;
	if (given.help) return {kind: 'print', text: logsHelpText.trim()};
	const common = parseArguments(
		[...commonArguments(given), ...(isColourless ? ['--no-color'] : [])],
		version,
	);
	if (common.kind !== 'run') return common;
	const reason = whyWrong(given, nowMillis);
	if (reason !== undefined) return {kind: 'wrong', reason};
	return {kind: 'logs', options: toOptions(given, cli.input, common.options, nowMillis)};
};

type Given = Exclude<ReturnType<typeof readFlags<typeof flags>>, Error>['flags'];

/** What is said about the engine and the terminal, in the words of the program without a command. */
const commonArguments = (given: Given): readonly string[] => [
	...(given.host === undefined ? [] : [`--host=${given.host}`]),
	...(given.context === undefined ? [] : [`--context=${given.context}`]),
	...(given.seed === undefined ? [] : [`--seed=${given.seed}`]),
	...(given.color === undefined ? [] : [`--color=${given.color}`]),
	...(given.demo ? ['--demo'] : []),
	...(given.orDemo ? ['--or-demo'] : []),
	...(given.ascii ? ['--ascii'] : []),
];

/** With -f the past is only there to see what it goes on with. */
const followedTail = 100;

const toOptions = (
	given: Given,
	words: readonly string[],
	common: Options,
	nowMillis: number,
): LogsOptions => {
	const sinceMillis = given.since === undefined ? undefined : parseSince(given.since, nowMillis);
	const otherwise = given.follow && sinceMillis === undefined ? followedTail : undefined;
	const tail = given.tail === undefined ? otherwise : tailOf(given.tail);
	return {
		common,
		words,
		follows: given.follow === true,
		...known('sinceMillis', sinceMillis),
		...known('tail', tail === 'all' ? undefined : tail),
		query: {
			...known('stream', given.stream as LogQuery['stream']),
			...known('leastLevel', given.level as LogLevel | undefined),
			keep: patterns(given.grep),
			exclude: patterns(given.exclude),
			muted: new Set(),
		},
		isJson: given.json === true,
		hasStamps: given.timestamps === true,
	};
};

const patterns = (texts: readonly string[] | undefined): readonly LogPattern[] =>
	(texts ?? []).map(parsePattern);

const tailOf = (text: string): number | 'all' | undefined => {
	if (text === 'all') return 'all';
	return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

const whyWrong = (given: Given, nowMillis: number): string | undefined => {
	const unknown = Object.keys(given).find(name => !Object.hasOwn(flags, name));
	if (unknown !== undefined) {
		return `logs has no option ${unknown.length === 1 ? '-' : '--'}${unknown}`;
	}
	if (given.since !== undefined && parseSince(given.since, nowMillis) === undefined) {
		return '--since is a time such as 15m, 2026-11-26 or 2026-11-26T10:42:07Z';
	}
	if (given.tail !== undefined && tailOf(given.tail) === undefined) {
		return '--tail is a number of entries, or all';
	}
	if (given.stream !== undefined && given.stream !== 'stdout' && given.stream !== 'stderr') {
		return '--stream is stdout or stderr';
	}
	if (given.level !== undefined && !logLevels.includes(given.level as LogLevel)) {
		return `--level is one of ${logLevels.join(', ')}`;
	}
	const wrong = patterns([...(given.grep ?? []), ...(given.exclude ?? [])]).find(
		({problem}) => problem !== undefined,
	);
	return wrong && `${wrong.text} cannot be used: ${wrong.problem}`;
};
