import type {StatsSample} from '../../../model/stats-sample.ts';
import type {KernelFile} from './kernel-file.ts';
import {numberAt} from './numbers.ts';

type Traffic = Pick<StatsSample, 'netRxBytes' | 'netTxBytes'>;

/** What engines call the interfaces that they put into a container. */
const ofEngine = /^eth\d+$/;

/** Where the counter of what went out stands among the numbers of an interface, from 0. */
const sentColumn = 8;
const [newline, colon, space] = [0x0a, 0x3a, 0x20];

/**
 * The sum over the interfaces of the container's own network, from `/proc/PID/net/dev`. As for the
 * engine those count that it has made; a tunnel in the container carries the same bytes once more.
 * Where the engine gave its interfaces other names, all count but the loopback.
 */
export const readTraffic = (netDev: KernelFile): Traffic => {
	const content = netDev.readLines();
	const made = {netRxBytes: 0, netTxBytes: 0};
	const all = {netRxBytes: 0, netTxBytes: 0};
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

const add = (
	sum: {netRxBytes: number; netTxBytes: number},
	content: Buffer,
	mark: number,
): void => {
	let index = nextNumber(content, mark + 1);
	sum.netRxBytes += numberAt(content, index) ?? 0;
	for (let column = 0; column < sentColumn; column++) {
		index = nextNumber(content, content.indexOf(space, index));
	}
	sum.netTxBytes += numberAt(content, index) ?? 0;
};

const nextNumber = (content: Buffer, from: number): number => {
	let index = from;
	while (content[index] === space) index++;
	return index;
};
