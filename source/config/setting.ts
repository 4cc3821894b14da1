/** What is told of a setting where it is listed. */
interface Told {
	/** What it does, without a full stop; for the readme, the JSON schema and `--print-config`. */
	readonly about?: string;
	/** In words, where nothing is set. */
	readonly byDefault?: string;
	/** A file in the current directory may set it: it decides what is seen, and nothing that is done. */
	readonly isDisplay?: true;
	/** Of what such a file may set, not this: it takes memory. */
	readonly isCostly?: true;
}

/** What one place of the configuration may hold. A new key is a line in `schema.ts`. */
export type Setting = Told &
	(
		| {readonly kind: 'section'; readonly settings: Readonly<Record<string, Setting>>}
		| {readonly kind: 'list'; readonly of: Setting}
		/** Keys that are not known beforehand, each with such a value. */
		| {readonly kind: 'map'; readonly of: Setting; readonly keys: string}
		| Value
	);

/** What has no parts that are settings of their own. */
export type Value = Told &
	(
		| {
				readonly kind: 'text';
				/** Why this text will not do. */
				readonly refuse?: (text: string) => string | undefined;
		  }
		/** One text, or a list of them. */
		| {readonly kind: 'texts'}
		| {readonly kind: 'number'; readonly least: number; readonly most: number}
		| {readonly kind: 'choice'; readonly choices: readonly string[]}
		| {readonly kind: 'flag'}
	);

/** What is left of a setting when it was read: all of it may be missing, what is there is sound. */
export type ValueOf<S extends Setting> = S extends {kind: 'section'; settings: infer Settings}
	? {readonly [Key in keyof Settings]?: ValueOf<Extract<Settings[Key], Setting>>}
	: S extends {kind: 'list'; of: infer Item}
		? readonly ValueOf<Extract<Item, Setting>>[]
		: S extends {kind: 'map'; of: infer Item}
			? Readonly<Record<string, ValueOf<Extract<Item, Setting>>>>
			: S extends {kind: 'texts'}
				? readonly string[]
				: S extends {kind: 'choice'; choices: readonly (infer Choice)[]}
					? Choice
					: S extends {kind: 'number'}
						? number
						: S extends {kind: 'flag'}
							? boolean
							: string;
