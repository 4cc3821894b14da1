import type {ForeignColour, Line, Style} from './span.ts';

/** True where two lines are painted alike. Most lines of a frame are compared in this way, so it names what there is. */
export const isSameLine = (some: Line, other: Line): boolean => {
	if (some === other) return true;
	if (some.length !== other.length) return false;
	for (let index = 0; index < some.length; index++) {
		const one = some[index];
		const another = other[index];
		if (one === another) continue;
		const isSame =
			one?.text === another?.text &&
			(one?.isSelected === true) === (another?.isSelected === true) &&
			isSameStyle(one?.style, another?.style);
		if (!isSame) return false;
	}
	return true;
};

const isSameStyle = (some: Style = plain, other: Style = plain): boolean =>
	some === other ||
	(some.token === other.token &&
		(some.bold === true) === (other.bold === true) &&
		(some.dim === true) === (other.dim === true) &&
		(some.italic === true) === (other.italic === true) &&
		(some.underline === true) === (other.underline === true) &&
		(some.reverse === true) === (other.reverse === true) &&
		isSameColour(some.colour, other.colour));

const plain: Style = {};

const isSameColour = (some: ForeignColour | undefined, other: ForeignColour | undefined): boolean =>
	some === other || (some !== undefined && other !== undefined && codeOf(some) === codeOf(other));

/** A number of its own for each colour. */
const codeOf = (colour: ForeignColour): number =>
	colour.kind === 'index'
		? -1 - colour.index
		: (colour.red * 256 + colour.green) * 256 + colour.blue;
