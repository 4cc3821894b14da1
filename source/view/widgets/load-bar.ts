import {bar, filledParts} from '../../format/chart.ts';
import {loadToken} from '../../format/load.ts';
import type {Line} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import {styled} from './spans.ts';

/** A bar whose filled part takes the colour of the load; empty where the share is unknown. */
export const loadBar = (share: number | undefined, width: number, symbols: Symbols): Line => {
	if (share === undefined) return [];
	const whole = bar(share, width, symbols);
	const end = whole.indexOf(symbols.barEmpty);
	if (end < 0) return [styled(loadToken(share), whole)];
	return [styled(loadToken(share), whole.slice(0, end)), styled('dim', whole.slice(end))];
};

/** What differs between two such bars of one width. */
export const loadBarGist = (share: number | undefined, width: number, symbols: Symbols): string =>
	share === undefined ? '' : `${loadToken(share)} ${filledParts(share, width, symbols)}`;
