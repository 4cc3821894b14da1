import {ApiError} from './api-error.ts';
import type {Exchange} from './exchange.ts';

/** The JSON object a client sent; empty when it sent nothing. Throws 400 for anything else. */
export const readBody = async (exchange: Exchange): Promise<Record<string, unknown>> => {
	const text = (await (exchange.upgrade ? readUpgraded(exchange) : readPlain(exchange))).toString();
	if (text.trim() === '') return {};
	const value = parseJson(text);
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new ApiError(400, 'invalid JSON: an object is expected');
	return value as Record<string, unknown>;
};

export const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new ApiError(400, `invalid JSON: ${cause instanceof Error ? cause.message : cause}`);
	}
};

const readPlain = async ({request}: Exchange): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};

/**
 * After an upgrade Node no longer parses a body: it is the first `Content-Length` bytes of what the
 * connection brings. What follows is given back to the connection, it is the user's input.
 */
const readUpgraded = async ({request, upgrade}: Exchange): Promise<Buffer> => {
	const length = Number(request.headers['content-length'] ?? 0);
	if (!upgrade) return Buffer.alloc(0);
	let bytes = upgrade.head;
	while (bytes.length < length) {
		const chunk = await nextChunk(upgrade.connection);
		if (chunk === undefined) break;
		bytes = Buffer.concat([bytes, chunk]);
	}
	if (bytes.length > length) upgrade.connection.unshift(bytes.subarray(length));
	return bytes.subarray(0, length);
};

const nextChunk = (connection: NodeJS.ReadableStream): Promise<Buffer | undefined> =>
	new Promise(resolve => {
		const settle = (chunk?: Buffer) => {
			connection.pause();
			connection.off('data', settle);
			connection.off('end', settle);
			connection.off('close', settle);
			resolve(chunk);
		};
		connection.on('data', settle);
		connection.on('end', () => settle());
		connection.on('close', () => settle());
		connection.resume();
	});
