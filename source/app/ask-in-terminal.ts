import process from 'node:process';
import {createInterface} from 'node:readline';
import {cleanText} from '../format/sanitise.ts';

/**
 * Asks on the terminal as it is, before it is anybody's own. True for `y`, or for the name where that is
 * wanted; for everything else, the end of input too, it is a no.
 *
 * @param lines what it is about; may hold foreign text
 * @param expected what has to be typed; undefined where a letter is enough
 */
export const isConfirmed = async (
	lines: readonly string[],
	expected: string | undefined,
): Promise<boolean> => {
	const {stdin: input, stderr: output} = process;
	for (const line of lines) output.write(`dockmon: ${cleanText(line)}\n`);
	const prompt =
		expected === undefined ? 'dockmon: y is yes: ' : `dockmon: type ${cleanText(expected)}: `;
	const lineReader = createInterface({input, output, terminal: false});
	const {promise, resolve} = Promise.withResolvers<string>();
	lineReader.once('close', () => resolve(''));
	lineReader.question(prompt, resolve);
	const answer = (await promise).trim();
	lineReader.close();
	return expected === undefined ? /^y(es)?$/i.test(answer) : answer === expected;
};
