import type {ForeignColour, Style} from './span.ts';

const attributes = ['bold', 'dim', 'italic', 'underline', 'reverse'] as const;
const [bold, dim, italic, underline, reverse] = [1, 2, 4, 8, 16] as const;

/** Parameters that switch attributes on. Blink (5, 6), conceal (8) and fonts are left out. */
const switchOn: ReadonlyMap<number, number> = new Map([
	[1, bold],
	[2, dim],
	[3, italic],
	[4, underline],
	[7, reverse],
	[21, underline],
]);

const switchOff: ReadonlyMap<number, number> = new Map([
	[22, bold | dim],
	[23, italic],
	[24, underline],
	[27, reverse],
]);

/** Colour of text, background and underline bring arguments: this many by the one that follows. */
const extended: ReadonlySet<number> = new Set([38, 48, 58]);
const argumentCount: ReadonlyMap<number | undefined, number> = new Map([
	[5, 2],
	[2, 4],
]);

/** More than any program means; a flood of parameters ends here. */
const maxLength = 128;

/**
 * Follows the SGR sequences of one line. Of what a program may ask for it keeps what cannot hide
 * text: no background, conceal or blink.
 */
export class Rendition {
	#flags = 0;
	#colour: ForeignColour | undefined;

	/** The style of text written now. */
	get style(): Style {
		const style: {-readonly [Key in keyof Style]: Style[Key]} = {};
		attributes.forEach((name, bit) => {
			if (this.#flags & (1 << bit)) style[name] = true;
		});
		if (this.#colour) style.colour = this.#colour;
		return style;
	}

	/** `parameters` is what stands between `ESC [` and `m`, in semicolon or colon form. */
	apply(parameters: string): void {
		const groups = parameters.slice(0, maxLength).split(';');
		for (let index = 0; index < groups.length; index++) {
			const group = groups[index] ?? '';
			if (group.includes(':')) {
				this.#applyColonForm(group.split(':').map(numeric));
				continue;
			}
			const code = numeric(group);
			if (!extended.has(code)) {
				this.#applyCode(code);
				continue;
			}
			const rest = groups.slice(index + 1, index + 5).map(numeric);
			if (code === 38) this.#colour = extendedColour(rest) ?? this.#colour;
			index += argumentCount.get(rest[0]) ?? 0;
		}
	}

	#applyCode(code: number): void {
		const on = switchOn.get(code);
		if (on !== undefined) this.#flags |= on;
		else if (code === 0) {
			this.#flags = 0;
			this.#colour = undefined;
		} else if (code >= 30 && code <= 37) this.#colour = indexed(code - 30);
		else if (code >= 90 && code <= 97) this.#colour = indexed(code - 82);
		else if (code === 39) this.#colour = undefined;
		else this.#flags &= ~(switchOff.get(code) ?? 0);
	}

	#applyColonForm([code = 0, ...rest]: readonly number[]): void {
		if (code === 4) this.#applyCode(rest[0] === 0 ? 24 : 4);
		if (code !== 38) return;
		// `38:2::r:g:b` names a colour space between the kind and the colour.
		const hasSpace = rest[0] === 2 && rest.length > 4;
		this.#colour = extendedColour(hasSpace ? [2, ...rest.slice(2)] : rest) ?? this.#colour;
	}
}

/** A missing parameter is 0; what is no byte becomes -1, which means nothing anywhere. */
const numeric = (text: string): number => {
	if (text === '') return 0;
	const value = Number(text);
	return value <= 255 ? value : -1;
};

const indexed = (index: number): ForeignColour => ({kind: 'index', index});

const extendedColour = ([kind, ...values]: readonly number[]): ForeignColour | undefined => {
	const [first = -1, second = -1, third = -1] = values;
	if (kind === 5) return first < 0 ? undefined : indexed(first);
	if (kind !== 2 || Math.min(first, second, third) < 0) return undefined;
	return {kind: 'rgb', red: first, green: second, blue: third};
};
