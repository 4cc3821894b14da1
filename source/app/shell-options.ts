import {known} from '../model/known.ts';
import type {ShellChoice} from '../model/shell-request.ts';
import {type Invocation, type Options, parseArguments} from './options.ts';
import {readFlags} from './read-flags.ts';

export interface ShellOptions {
	/** How the engine is found. */
	readonly common: Options;
	/** The container as the user calls it. */
	readonly word: string;
	readonly choice: ShellChoice;
	/** Stays after a failure until Enter: in a pane that would close with the reason. */
	readonly holds: boolean;
	/** Whatever the policy would ask was asked, and answered by a yes. */
	readonly isAnswered: boolean;
}

export type ShellInvocation =
	| {readonly kind: 'shell'; readonly options: ShellOptions}
	| Exclude<Invocation, {readonly kind: 'run'}>;

const flags = {
	user: {type: 'string', shortFlag: 'u'},
	workdir: {type: 'string', shortFlag: 'w'},
	env: {type: 'string', shortFlag: 'e', isMultiple: true},
	hold: {type: 'boolean'},
	yes: {type: 'boolean', shortFlag: 'y'},
	help: {type: 'boolean', shortFlag: 'h'},
	host: {type: 'string', shortFlag: 'H'},
	context: {type: 'string', shortFlag: 'c'},
	config: {type: 'string'},
} as const;

const helpText = `
Usage
  dockmon shell [options] CONTAINER [COMMAND [ARGUMENT ...]]

A shell in a container, in this terminal: bash, ash or sh, or the command. Ends with its exit code;
however it is ended, nothing of it stays in the container. Options come first.

Options
  -u, --user USER        name or number, with a group behind a colon
  -w, --workdir PATH     where it begins
  -e, --env NAME=VALUE   as often as wanted
      --hold             after a failure stays until Enter
  -y, --yes              asks nothing, also where the configuration wants a question
  -H, --host URL         the engine, as for dockmon
  -c, --context NAME
      --config PATH      in place of the usual configuration
`;

/** What the arguments behind `shell` mean. Flags behind the container are the command's. */
export const parseShellArguments = (argv: readonly string[], version: string): ShellInvocation => {
	const at = containerAt(argv);
	const own = argv.slice(0, at);
	const [word, ...command] = argv.slice(at).filter((each, place) => place > 0 || each !== '--');
	const cli = readFlags(own, flags);
	if (cli instanceof Error) return {kind: 'wrong', reason: cli.message};
	const given = cli.flags;
	if (given.help) return {kind: 'print', text: helpText.trim()};
	const unknown = Object.keys(given).find(name => !Object.hasOwn(flags, name));
	if (unknown !== undefined) return {kind: 'wrong', reason: `shell has no option --${unknown}`};
	if (word === undefined) return {kind: 'wrong', reason: 'shell wants a container'};
	const common = parseArguments(
		[
			...(given.host === undefined ? [] : [`--host=${given.host}`]),
			...(given.context === undefined ? [] : [`--context=${given.context}`]),
			...(given.config === undefined ? [] : [`--config=${given.config}`]),
		],
		version,
	);
	if (common.kind !== 'run') return common;
	return {
		kind: 'shell',
		options: {
			...{common: common.options, word, holds: given.hold === true},
			isAnswered: given.yes === true,
			choice: {
				...known('argv', command.length === 0 ? undefined : command),
				...known('user', given.user),
				...known('workingDirectory', given.workdir),
				...known('env', given.env?.length ? given.env : undefined),
			},
		},
	};
};

/** With a value behind them, unless it is joined by `=`. */
const withValue = new Set(
	Object.entries(flags).flatMap(([name, flag]) =>
		flag.type === 'string'
			? [`--${name}`, ...('shortFlag' in flag ? [`-${flag.shortFlag}`] : [])]
			: [],
	),
);

/** The place of the first word that is neither an option nor the value of one. */
const containerAt = (argv: readonly string[]): number => {
	for (let index = 0; index < argv.length; index++) {
		const word = argv[index] ?? '';
		if (word === '--' || !word.startsWith('-')) return index;
		if (withValue.has(word)) index++;
	}
	return argv.length;
};
