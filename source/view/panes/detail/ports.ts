import type {Symbols} from '../../../format/symbols.ts';
import type {Port} from '../../../model/container.ts';

/** Published ports as `443→8443`, one number where both are the same; exposed ones are left out. */
export const formatPorts = (ports: readonly Port[]): string => published(ports, pair).join(' ');

/**
 * The same in at most `width` cells where that is possible: without the ports inside, and with the
 * number of those left out (`443 80 +3`).
 */
export const fitPorts = (ports: readonly Port[], width: number, {ellipsis}: Symbols): string => {
	const all = formatPorts(ports);
	if (all.length <= width) return all;
	const outside = published(ports, ({publicPort, protocol}) => `${publicPort}${suffix(protocol)}`);
	for (let count = outside.length; count > 0; count--) {
		const left = outside.length - count;
		const text = [...outside.slice(0, count), ...(left > 0 ? [`+${left}`] : [])].join(' ');
		if (text.length <= width) return text;
	}
	return outside.length > 0 ? ellipsis : '';
};

const published = (ports: readonly Port[], format: (port: Port) => string): readonly string[] => [
	...new Set(ports.filter(({publicPort}) => publicPort !== undefined).map(format)),
];

const pair = ({publicPort, privatePort, protocol}: Port): string =>
	`${publicPort === privatePort ? '' : `${publicPort}→`}${privatePort}${suffix(protocol)}`;

const suffix = (protocol: Port['protocol']): string => (protocol === 'tcp' ? '' : `/${protocol}`);
