import process from 'node:process';
import {LogTerminal} from './log-terminal.ts';

/** Leaves only one container in the list of dockmon, selects it, opens its log in full. */
const openKeys = (name: string): string => `/\u0015name:${name}\rG\r`;

/** How a program is brought to show the log of a container. */
export interface Tool {
	/** With the list of another, quiet container before it, where it has a list. */
	start(name: string, quietName: string, signal: AbortSignal): Promise<LogTerminal>;
	/** From here on the log is being opened. */
	open(terminal: LogTerminal, name: string): void;
	/** The program is started for the log alone, so that its start is part of the opening. */
	readonly isStartedByOpening: boolean;
}

const docker = (...flags: readonly string[]): Tool => ({
	isStartedByOpening: true,
	start: async name => new LogTerminal(['docker', 'logs', '--follow', ...flags, name]),
	open() {},
});

const dockmon = (cli: string, nodeFlags: readonly string[]): Tool => ({
	isStartedByOpening: false,
	async start(_, quietName, signal) {
		const terminal = new LogTerminal([process.execPath, ...nodeFlags, cli]);
		await terminal.until(/containers \d+\/[1-9]/, signal);
		terminal.terminal.type(`/\u0015name:${quietName}\rG`);
		await terminal.until(new RegExp(`^│▌.*${quietName}`, 'm'), signal);
		await terminal.settle(signal);
		return terminal;
	},
	open(terminal, name) {
		terminal.terminal.type(openKeys(name));
	},
});

/** In the order of the columns; the first of them is the yardstick of the last. */
export type Tools = Readonly<Record<string, Tool>>;

export const burstTools = (cli: string, nodeFlags: readonly string[]): Tools => ({
	'docker logs -f': docker(),
	dockmon: dockmon(cli, nodeFlags),
});

/** To write time stamps costs an engine so much that it falls behind by itself. */
export const floodTools = (cli: string, nodeFlags: readonly string[]): Tools => ({
	'docker logs -ft': docker('--timestamps'),
	'docker logs -f': docker(),
	dockmon: dockmon(cli, nodeFlags),
});
