import path from 'node:path';
import process from 'node:process';
import {type Figures, parseStats, statsFormat} from './parity-figures.ts';
import {PseudoTerminal} from './pseudo-terminal.ts';

const cli = path.join(import.meta.dirname, '../../build/cli.js');

/** In per cent of a core, as a row of the list shows it: the name, its bar, the figure. */
export const cpuInRow = (screen: readonly string[], name: string): number | undefined => {
	// Titles of charts name the selected one too, without a bar.
	const row = new RegExp(` ${name} +[^\\s─]+ +(\\d[\\d.]*) `, 'u');
	const figure = screen.map(line => row.exec(line)?.[1]).find(found => found !== undefined);
	return figure === undefined ? undefined : Number(figure);
};

const size = {columns: 200, rows: 60};

/**
 * Both tools, running. One that only prints takes its figures while it starts, and of a container that wants all
 * cores it measures also what the start took away.
 */
export class ParityScreens {
	readonly #docker: PseudoTerminal;
	readonly #ours = new PseudoTerminal({command: [process.execPath, cli], ...size});

	constructor(ids: readonly string[]) {
		const command = ['docker', 'stats', '--no-trunc', `--format=${statsFormat}`, ...ids];
		this.#docker = new PseudoTerminal({command, ...size});
	}

	/** By id, as `docker stats` shows them now. */
	docker(): ReadonlyMap<string, Figures> {
		return parseStats(this.#docker.screen().filter(isStatsLine).join('\n'));
	}

	/** As dockmon shows it now; undefined while it shows none. */
	cpuOf(name: string): number | undefined {
		return cpuInRow(this.#ours.screen(), name);
	}

	async close(): Promise<void> {
		await Promise.all([this.#docker.stop(), this.#ours.stop()]);
	}
}

/** While it has no figures yet, it shows `--`. */
const isStatsLine = (line: string): boolean => /^[0-9a-f]{64} [\d.]+% /.test(line);
