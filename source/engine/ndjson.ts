import {unexpectedAnswer} from './unexpected-answer.ts';

const newline = 0x0a;
/** An event with all labels of a container is some kilobytes. */
const longestLine = 4 * 1024 * 1024;

export interface JsonLine {
	readonly value: unknown;
	/** As it came: numbers above 2^53 lose digits when they are parsed. */
	readonly text: string;
}

/**
 * Each line of a stream of JSON, parsed and as it came. Rejects `protocol` for a line that is not
 * JSON or has no end.
 */
export async function* jsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
	let pieces: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		let offset = 0;
		for (;;) {
			const end = chunk.indexOf(newline, offset);
			if (end < 0) break;
			pieces.push(chunk.subarray(offset, end));
			const text = Buffer.concat(pieces).toString('utf8').trim();
			pieces = [];
			size = 0;
			offset = end + 1;
			if (text !== '') yield {value: parse(text), text};
		}
		if (offset < chunk.length) pieces.push(chunk.subarray(offset));
		size += chunk.length - offset;
		if (size > longestLine) throw unexpectedAnswer('a line without an end');
	}
	const rest = Buffer.concat(pieces).toString('utf8').trim();
	if (rest !== '') yield {value: parse(rest), text: rest};
}

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw unexpectedAnswer(text.slice(0, 80), error);
	}
};
