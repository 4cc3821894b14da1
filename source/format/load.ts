import type {Token} from './span.ts';

/** Share of a limit from which a figure is worth a look, and from which it is a problem. */
const warnFraction = 0.6;
const errFraction = 0.85;

/**
 * Place on the five-colour gradient. The stops are set so that the colour of `warn` begins at
 * `warnFraction` and the colour of `err` at `errFraction`.
 */
export const loadToken = (fraction: number): Token => {
	if (fraction >= errFraction) return 'load4';
	if (fraction >= (warnFraction + errFraction) / 2) return 'load3';
	if (fraction >= warnFraction) return 'load2';
	return fraction >= warnFraction / 2 ? 'load1' : 'load0';
};

/** For single numbers: undefined while nothing is wrong. */
export const limitToken = (fraction: number | undefined): Token | undefined => {
	if (fraction === undefined || !(fraction >= warnFraction)) return undefined;
	return fraction >= errFraction ? 'err' : 'warn';
};
