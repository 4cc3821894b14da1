import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {ApiError} from './api-error.ts';
import type {Reply} from './reply.ts';

/** A connection that the client asked to leave HTTP on. */
export interface Upgrade {
	readonly connection: Duplex;
	/** Bytes that came with the request. */
	readonly head: Buffer;
}

/** One request, and the way to answer it. */
export interface Exchange {
	readonly method: string;
	/** Without version and query: `/containers/json`. */
	readonly path: string;
	readonly query: Query;
	/** The version the client speaks: of the path, else the engine's. */
	readonly apiVersion: string;
	readonly request: IncomingMessage;
	readonly reply: Reply;
	/** Undefined for an ordinary request. */
	readonly upgrade: Upgrade | undefined;
}

/** Parameters as the real engine reads them. */
export class Query {
	readonly #values: URLSearchParams;

	constructor(values: URLSearchParams) {
		this.#values = values;
	}

	text(name: string): string | undefined {
		const value = this.#values.get(name);
		return value === null || value === '' ? undefined : value;
	}

	/** Absent, empty, `0`, `no`, `false` and `none` are false; all else is true. */
	flag(name: string): boolean {
		const value = (this.text(name) ?? '').trim().toLowerCase();
		return !['', '0', 'no', 'false', 'none'].includes(value);
	}

	/** Throws 400 for what is not a whole number. */
	integer(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (!/^-?\d+$/.test(value))
			throw new ApiError(400, `strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
		return Number(value);
	}

	/** `seconds` or `seconds.nanoseconds` as nanoseconds. Throws what an engine answers otherwise. */
	instant(name: string): bigint | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const [, whole, fraction = ''] = /^(-?\d+)(?:\.(\d{1,9}))?$/.exec(value) ?? [];
		if (whole === undefined)
			throw new ApiError(500, `strconv.ParseInt: parsing "${value}": invalid syntax`);
		return BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
	}
}

/** Is the client's version at least this one? */
export const isAtLeast = (apiVersion: string, wanted: string): boolean =>
	compareVersions(apiVersion, wanted) >= 0;

export const compareVersions = (a: string, b: string): number => {
	const [majorA = 0, minorA = 0] = a.split('.').map(Number);
	const [majorB = 0, minorB = 0] = b.split('.').map(Number);
	return majorA - majorB || minorA - minorB;
};
