import type {CommandContext} from './command.ts';

const lots = Number.MAX_SAFE_INTEGER;

/** A way to move a cursor in a list. */
interface Movement {
	readonly verb: string;
	readonly title: string;
	readonly keys: readonly string[];
	/** Rows, downwards. */
	readonly amount: (context: CommandContext) => number;
}

/** The same keys in every list. */
export const movements: readonly Movement[] = [
	{verb: 'up', title: 'Up one row', keys: ['up', 'k'], amount: () => -1},
	{verb: 'down', title: 'Down one row', keys: ['down', 'j'], amount: () => 1},
	{verb: 'page-up', title: 'Up one page', keys: ['pageup'], amount: ({pageRows}) => -pageRows},
	{verb: 'page-down', title: 'Down one page', keys: ['pagedown'], amount: ({pageRows}) => pageRows},
	{verb: 'first', title: 'To the top', keys: ['g', 'home'], amount: () => -lots},
	{verb: 'last', title: 'To the end', keys: ['G', 'end'], amount: () => lots},
];
