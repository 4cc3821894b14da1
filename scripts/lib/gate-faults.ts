import {clean, cleanText, styledSpans} from '../../source/format/sanitise.ts';
import {fit as fitCell, textWidth} from '../../source/format/width.ts';

/** What must never leave the gate, whatever came in: not drawn, or no character at all. */
const forbidden =
	/\p{Cc}|\p{Cf}|\p{Cs}|\p{Cn}|\p{Zl}|\p{Zp}|\u034f|[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]|[\p{Mn}\p{Me}]{5}/u;

const fitWidth = 20;

/** What is wrong with what the gate makes of a text, in words; nothing where all is well. */
export const faultsOf = (text: string): readonly string[] => {
	try {
		const {text: once, cells} = clean(text);
		const painted = styledSpans(text)
			.map(span => span.text)
			.join('');
		const fitted = fitCell(text, fitWidth);
		return [
			...(forbidden.test(once) ? ['it lets something through'] : []),
			...(forbidden.test(painted) ? ['as a line of a log it lets something through'] : []),
			...(cleanText(once) === once ? [] : ['a second cleaning changes it']),
			...(textWidth(once) === cells ? [] : ['it has another width']),
			...(textWidth(fitted) === fitWidth ? [] : ['cut to a width it has another']),
		];
	} catch (error) {
		return [`it throws ${error}`];
	}
};
