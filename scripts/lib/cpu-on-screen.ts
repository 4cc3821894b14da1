import path from 'node:path';
import process from 'node:process';
import {PseudoTerminal} from './pseudo-terminal.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');
const patienceMillis = 15_000;

/** In per cent of a core, as a row of the list shows it: the name, its bar, the figure. */
export const cpuInRow = (screen: readonly string[], name: string): number | undefined => {
	// Titles of charts name the selected one too, without a bar.
	const row = new RegExp(` ${name} +[^\\s─]+ +(\\d[\\d.]*) `, 'u');
	const figure = screen.map(line => row.exec(line)?.[1]).find(found => found !== undefined);
	return figure === undefined ? undefined : Number(figure);
};

/**
 * The CPU figures of a dockmon that has been running for a while. One that only prints takes them while it
 * starts, and of a container that wants all cores it measures also what the start took away.
 */
export class CpuOnScreen {
	readonly #terminal = new PseudoTerminal({
		command: [process.execPath, cli],
		...{columns: 200, rows: 60},
	});

	/** Rejects when it is not shown in time. */
	async of(name: string): Promise<number> {
		const shown = (): number | undefined => cpuInRow(this.#terminal.screen(), name);
		await this.#terminal.until(() => shown() !== undefined, `the CPU of ${name}`, patienceMillis);
		return shown() ?? Number.NaN;
	}

	async close(): Promise<void> {
		await this.#terminal.stop();
	}
}
