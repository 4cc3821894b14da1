import type {StatsSample} from '../../../model/stats-sample.ts';
import type {KernelFile} from './kernel-file.ts';
import {numberAt} from './numbers.ts';

type Traffic = Required<Pick<StatsSample, 'netRxBytes' | 'netTxBytes' | 'netErrors' | 'netDrops'>>;

/** What engines call the interfaces that they put into a container. */
const ofEngine = /^eth\d+$/;

/** Where the counters stand among the numbers of an interface, from 0; of what goes out they begin at 8. */
const counters = new Map<number, keyof Traffic>([
	[0, 'netRxBytes'],
	[2, 'netErrors'],
	[3, 'netDrops'],
	[8, 'netTxBytes'],
	[10, 'netErrors'],
	[11, 'netDrops'],
]);
const lastColumn = 11;
const [newline, colon, space] = [0x0a, 0x3a, 0x20];

/**
 * The sum over the interfaces of the container's own network, from `/proc/PID/net/dev`. As for the
 * engine those count that it has made; a tunnel in the container carries the same bytes once more.
 * Where the engine gave its interfaces other names, all count but the loopback.
 */
export const readTraffic = (netDev: KernelFile): Traffic => {
	const content = netDev.readLines();
	const made = {...nothing};
	const all = {...nothing};
	let isMade = false;
	let start = 0;
	// A line for each: its name, a colon, eight counters of what came in, then those of what went out.
	for (let end = content.indexOf(newline); end >= 0; end = content.indexOf(newline, start)) {
		const mark = content.indexOf(colon, start);
		const name = mark < 0 || mark > end ? 'lo' : content.toString('latin1', start, mark).trim();
		start = end + 1;
		if (name === 'lo') continue;
		add(all, content, mark);
		if (!ofEngine.test(name)) continue;
		add(made, content, mark);
		isMade = true;
	}
	return isMade ? made : all;
};

const nothing: Traffic = {netRxBytes: 0, netTxBytes: 0, netErrors: 0, netDrops: 0};

const add = (
	sum: {-readonly [Name in keyof Traffic]: number},
	content: Buffer,
	mark: number,
): void => {
	let index = nextNumber(content, mark + 1);
	for (let column = 0; column <= lastColumn; column++) {
		const counter = counters.get(column);
		if (counter !== undefined) sum[counter] += numberAt(content, index) ?? 0;
		index = nextNumber(content, content.indexOf(space, index));
	}
};

const nextNumber = (content: Buffer, from: number): number => {
	let index = from;
	while (content[index] === space) index++;
	return index;
};
