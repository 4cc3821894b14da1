import type {StatsSample} from '../../../model/stats-sample.ts';
import type {KernelFile} from './kernel-file.ts';

/** What engines call the interfaces that they put into a container. */
const ofEngine = /^eth\d+$/;

/**
 * The sum over the interfaces of the container's own network, from `/proc/PID/net/dev`. As for the
 * engine those count that it has made; a tunnel in the container carries the same bytes once more.
 * Where the engine gave its interfaces other names, all count but the loopback.
 */
export const readTraffic = (netDev: KernelFile): Pick<StatsSample, 'netRxBytes' | 'netTxBytes'> => {
	const interfaces = parse(netDev.readText());
	const made = interfaces.filter(({name}) => ofEngine.test(name));
	let netRxBytes = 0;
	let netTxBytes = 0;
	for (const {inBytes, outBytes} of made.length > 0 ? made : interfaces) {
		netRxBytes += inBytes;
		netTxBytes += outBytes;
	}
	return {netRxBytes, netTxBytes};
};

interface Interface {
	readonly name: string;
	readonly inBytes: number;
	readonly outBytes: number;
}

/** A line for each: its name, a colon, eight counters of what came in, then those of what went out. */
const parse = (text: string): readonly Interface[] =>
	text.split('\n').flatMap(line => {
		const colon = line.indexOf(':');
		const name = line.slice(0, Math.max(0, colon)).trim();
		if (name === '' || name === 'lo') return [];
		const counters = line
			.slice(colon + 1)
			.trim()
			.split(/ +/);
		return {name, inBytes: Number(counters[0]) || 0, outBytes: Number(counters[8]) || 0};
	});
