import type {Token} from './span.ts';

const tokens: readonly Token[] = ['ok', 'info', 'warn', 'pause', 'accent', 'load1'];

/** The colour of one of several sources: made from its identity, so that it is the same tomorrow. */
export const sourceToken = (identity: string): Token =>
	tokens[hash(identity) % tokens.length] ?? 'info';

/** FNV-1a. */
const hash = (text: string): number => {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
	}
	return value;
};
