export interface Rgb {
	readonly red: number;
	readonly green: number;
	readonly blue: number;
}

/** `#rrggbb` */
export const parseHex = (hex: string): Rgb => {
	const value = Number.parseInt(hex.slice(1), 16);
	return {red: value >> 16, green: (value >> 8) & 0xff, blue: value & 0xff};
};

export const toHex = ({red, green, blue}: Rgb): string =>
	`#${[red, green, blue].map(channel => channel.toString(16).padStart(2, '0')).join('')}`;

/** That share of the way from one to the other; halfway without one. */
export const mix = (a: Rgb, b: Rgb, share = 0.5): Rgb => ({
	red: Math.round(a.red + (b.red - a.red) * share),
	green: Math.round(a.green + (b.green - a.green) * share),
	blue: Math.round(a.blue + (b.blue - a.blue) * share),
});

/** xterm's own sixteen; users change them, so these only serve to find the nearest. */
const basic: readonly Rgb[] = [
	'#000000',
	'#cd0000',
	'#00cd00',
	'#cdcd00',
	'#0000ee',
	'#cd00cd',
	'#00cdcd',
	'#e5e5e5',
	'#7f7f7f',
	'#ff0000',
	'#00ff00',
	'#ffff00',
	'#5c5cff',
	'#ff00ff',
	'#00ffff',
	'#ffffff',
].map(parseHex);

const cubeSteps = [0, 95, 135, 175, 215, 255] as const;

const cubeStep = (position: number): number => cubeSteps[position % 6] ?? 0;

/** The colour of an index of the 256-colour palette. */
export const paletteColour = (index: number): Rgb => {
	const fixed = basic[index];
	if (fixed) return fixed;
	if (index >= 232) {
		const grey = 8 + (index - 232) * 10;
		return {red: grey, green: grey, blue: grey};
	}
	const place = index - 16;
	return {
		red: cubeStep(Math.floor(place / 36)),
		green: cubeStep(Math.floor(place / 6)),
		blue: cubeStep(place),
	};
};

const distance = (a: Rgb, b: Rgb): number =>
	(a.red - b.red) ** 2 + (a.green - b.green) ** 2 + (a.blue - b.blue) ** 2;

const nearest = (
	colour: Rgb,
	first: number,
	last: number,
	suits: (candidate: Rgb) => boolean = () => true,
): number => {
	let best: number | undefined;
	for (let index = first; index <= last; index++) {
		const candidate = paletteColour(index);
		if (!suits(candidate)) continue;
		if (best === undefined || distance(colour, candidate) < distance(colour, paletteColour(best)))
			best = index;
	}
	return best ?? first;
};

/** Index 16 to 255: the part of the palette that users do not change. */
export const nearestIndex = (colour: Rgb): number => nearest(colour, 16, 255);

/** The nearest that has as much contrast with what is behind it as the colour itself, or enough. */
export const nearestReadable = (colour: Rgb, behind: Rgb, enough: number): number => {
	const least = Math.min(enough, contrast(colour, behind));
	return nearest(colour, 16, 255, candidate => contrast(candidate, behind) >= least);
};

/** Index 0 to 15. */
export const nearestBasic = (colour: Rgb): number => nearest(colour, 0, 15);

const linear = (channel: number): number => {
	const share = channel / 255;
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ({red, green, blue}: Rgb): number =>
	0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast ratio of WCAG 2, 1 to 21. */
export const contrast = (a: Rgb, b: Rgb): number => {
	const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

const black: Rgb = {red: 0, green: 0, blue: 0};
const white: Rgb = {red: 255, green: 255, blue: 255};
const mixSteps = 20;

/** The colour, or what is nearest to it on the way to black or white, with enough contrast to what is behind it. */
export const readableOn = (colour: Rgb, behind: Rgb, enough: number): Rgb => {
	const end = contrast(black, behind) > contrast(white, behind) ? black : white;
	for (let step = 0; step < mixSteps; step++) {
		const mixed = mix(colour, end, step / mixSteps);
		if (contrast(mixed, behind) >= enough) return mixed;
	}
	return end;
};
