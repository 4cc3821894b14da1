/** What a screen of dockmon, at 120 columns, tells about whether it lives. */
import {anchorLine} from './container-scripts.ts';

export interface SignsOfLife {
	/** Something is told to be lost, old, silent or broken; the words. */
	readonly complaint: string | undefined;
	/** Containers that run, in the header. */
	readonly running: number | undefined;
	/** CPU figures in the list, in order. */
	readonly figures: readonly string[];
	/** Of the newest line of the log of the anchor. */
	readonly newestLine: number | undefined;
}

const complaints =
	/[vV]alues are \S+ old|NO ENGINE|no answer \d+ s|cannot be drawn|This is a fault of dockmon/u;
/** A row of a container that runs, up to its CPU figure. */
const rowPattern = /^[│ ]▌?\s*●\s\S\s.*?\s(\d+\.\d+)\s/u;

export const readLife = (rows: readonly string[]): SignsOfLife => {
	const text = rows.join('\n');
	const running = /● ?(\d+)/u.exec(rows[0] ?? '')?.[1];
	const numbers = [...text.matchAll(anchorLine)].map(([, number]) => Number(number));
	return {
		complaint: complaints.exec(text)?.[0],
		running: running === undefined ? undefined : Number(running),
		figures: rows.flatMap(row => rowPattern.exec(row)?.[1] ?? []),
		newestLine: numbers.at(-1),
	};
};

/** Why the later of two screens does not show that all goes on; undefined where it does. */
export const whyNotAlive = (
	before: SignsOfLife,
	after: SignsOfLife,
	containers: number,
): string | undefined => {
	if (after.complaint !== undefined) return `it says "${after.complaint}"`;
	if (after.running !== containers) return `${after.running ?? 'none'} of ${containers} run in it`;
	if (after.figures.length === 0) return 'no figures in the list';
	if (after.figures.join() === before.figures.join()) return 'the figures stand still';
	if (after.newestLine === undefined) return 'no line of the log';
	if (after.newestLine === before.newestLine) return 'the log stands still';
	return undefined;
};
