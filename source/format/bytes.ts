import {unicodeSymbols} from './symbols.ts';

const units = ['B', 'K', 'M', 'G', 'T', 'P', 'E'] as const;
const step = 1024;
/** From here on a tenth matters even beside a two-digit number. */
const gigabytes = 3;

/**
 * Binary size in at most five cells: `0B`, `98M`, `412M`, `1.9G`, `31.3G`. Unknown or negative
 * gives the symbol for unknown.
 */
export const formatBytes = (bytes: number | undefined): string => {
	if (bytes === undefined || !(bytes >= 0) || bytes === Number.POSITIVE_INFINITY)
		return unicodeSymbols.unknown;
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= step;
		unit++;
	}
	const hasTenths = unit > 0 && (value < 9.95 || (unit >= gigabytes && value < 99.95));
	return `${value.toFixed(hasTenths ? 1 : 0)}${units[unit]}`;
};

/** Bytes per second in at most seven cells: `1.2M/s`. */
export const formatRate = (bytesPerSecond: number | undefined): string => {
	const size = formatBytes(bytesPerSecond);
	return size === unicodeSymbols.unknown ? size : `${size}/s`;
};

/** As it is said in a text: `812 B`, `14.2 KB`, `3.1 MB`. */
export const sayBytes = (bytes: number): string => {
	if (bytes < step) return `${bytes} B`;
	const isKilo = bytes < step ** 2;
	return `${(bytes / (isKilo ? step : step ** 2)).toFixed(1)} ${isKilo ? 'KB' : 'MB'}`;
};
