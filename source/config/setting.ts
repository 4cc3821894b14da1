/** What one place of the configuration may hold. A new key is a line in `schema.ts`. */
export type Setting =
	| {readonly kind: 'section'; readonly settings: Readonly<Record<string, Setting>>}
	| {readonly kind: 'list'; readonly of: Setting}
	| {
			readonly kind: 'text';
			/** Why this text will not do. */
			readonly refuse?: (text: string) => string | undefined;
	  }
	| {readonly kind: 'number'; readonly least: number; readonly most: number}
	| {readonly kind: 'choice'; readonly choices: readonly string[]}
	| {readonly kind: 'flag'};

/** What is left of a setting when it was read: all of it may be missing, what is there is sound. */
export type ValueOf<S extends Setting> = S extends {kind: 'section'; settings: infer Settings}
	? {readonly [Key in keyof Settings]?: ValueOf<Extract<Settings[Key], Setting>>}
	: S extends {kind: 'list'; of: infer Item}
		? readonly ValueOf<Extract<Item, Setting>>[]
		: S extends {kind: 'choice'; choices: readonly (infer Choice)[]}
			? Choice
			: S extends {kind: 'number'}
				? number
				: S extends {kind: 'flag'}
					? boolean
					: string;
